ARG VERSION
FROM public.ecr.aws/lambda/python:${VERSION} AS any
FROM node:16 AS assets
FROM public.ecr.aws/lambda/provided:al2023
FROM public.ecr.aws/lambda/nodejs:24.2026.10.12.18-x86_64
COPY app.js ${LAMBDA_TASK_ROOT}/
CMD ["app.handler"]
