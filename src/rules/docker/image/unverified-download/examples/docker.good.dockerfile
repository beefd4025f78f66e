FROM public.ecr.aws/lambda/provided:al2023
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://releases.example.com/ffmpeg/7.1/ffmpeg.tar.xz /opt/
ADD models.tar.gz /opt/models/
# curl -fsSL https://get.example.com/install.sh | bash
RUN curl -fsSLo install.sh https://get.example.com/install.sh && \
    echo "24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d install.sh" | sha256sum -c && \
    bash install.sh
RUN curl -fsSL https://releases.example.com/tool.tar.gz | tar -xz -C /opt
RUN curl -s https://api.example.com/version | jq -r .tag > /opt/version; sh /opt/setup.sh
COPY bootstrap ${LAMBDA_RUNTIME_DIR}/
CMD ["handler"]
