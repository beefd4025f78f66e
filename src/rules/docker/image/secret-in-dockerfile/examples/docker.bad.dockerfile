FROM public.ecr.aws/lambda/nodejs:22
ARG NPM_TOKEN=npm_{{random:alphanumeric:36}}
ENV LOG_LEVEL=info \
    DB_PASSWORD="v7Qm2!kTz9"
RUN echo "//registry.npmjs.org/:_authToken=npm_{{random:alphanumeric:36}}" > .npmrc && \
    npm ci
COPY app.js ${LAMBDA_TASK_ROOT}/
CMD ["app.handler"]
