FROM public.ecr.aws/lambda/provided:al2023
ADD https://releases.example.com/ffmpeg/latest/ffmpeg.tar.xz /opt/
ADD http://mirror.example.com/models/faces.bin /opt/models/
RUN dnf install -y tar && \
    curl -fsSL https://get.example.com/install.sh \
      | bash -s -- --prefix /opt
RUN bash -c "$(wget -qO- http://get.example.com/setup)"
COPY bootstrap ${LAMBDA_RUNTIME_DIR}/
CMD ["handler"]
