FROM public.ecr.aws/lambda/nodejs:22
ARG NPM_TOKEN=npm_8sJ2kQmZ7vT4xW1cR9bN6yL3pH5dF0gAeUi2
ENV LOG_LEVEL=info \
    DB_PASSWORD="v7Qm2!kTz9"
RUN echo "//registry.npmjs.org/:_authToken=npm_8sJ2kQmZ7vT4xW1cR9bN6yL3pH5dF0gAeUi2" > .npmrc && \
    npm ci
COPY app.js ${LAMBDA_TASK_ROOT}/
CMD ["app.handler"]
