FROM public.ecr.aws/lambda/python:3.13 AS base
ARG PIP_TOKEN
RUN pip install --extra-index-url "https://build:${PIP_TOKEN}@packages.shop.example/simple" shop-models

FROM base
ARG SENTRY_AUTH_TOKEN
ENV SENTRY_AUTH_TOKEN=$SENTRY_AUTH_TOKEN
COPY app.py ${LAMBDA_TASK_ROOT}/
CMD ["app.handler"]
