FROM public.ecr.aws/lambda/nodejs:22
ENV NODE_EXTRA_CA_CERTS=/opt/ca.pem NODE_TLS_REJECT_UNAUTHORIZED=1
RUN npm config set strict-ssl true && npm ci
RUN curl -fsSLo /opt/ca.pem https://ca.shop.example/root.pem
# The emulator on this very machine.
RUN ./emulator --once & curl -k https://localhost:9001/ready
RUN pip install -r requirements.txt && echo "curl without -k"
COPY app.js ${LAMBDA_TASK_ROOT}/
CMD ["app.handler"]
