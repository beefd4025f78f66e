FROM public.ecr.aws/lambda/nodejs:22
ENV NODE_OPTIONS=--enable-source-maps NODE_TLS_REJECT_UNAUTHORIZED=0
RUN npm config set strict-ssl false && \
    npm ci
RUN curl -fsSLo /opt/ca.pem --insecure https://ca.shop.example/root.pem && \
    wget -q --no-check-certificate -O /opt/rules.json https://rules.shop.example/
RUN curl -fsS -o /opt/make-keys https://ca.shop.example/make-keys && \
    curl -sS -k https://ca.shop.example/crl.pem > /opt/crl.pem
RUN pip install --trusted-host packages.shop.example -r requirements.txt
COPY app.js ${LAMBDA_TASK_ROOT}/
CMD ["app.handler"]
