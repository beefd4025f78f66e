FROM public.ecr.aws/lambda/nodejs:22
ARG NPM_TOKEN
ENV DB_PASSWORD_PARAMETER=/shop/prod/db-password \
    SESSION_SECRET_ARN=arn:aws:secretsmanager:eu-west-1:123456789012:secret:session \
    API_TOKEN=changeme \
    NPM_AUTH=${NPM_TOKEN}
RUN --mount=type=secret,id=npm npm ci
COPY app.js ${LAMBDA_TASK_ROOT}/
CMD ["app.handler"]
