ARG RUNTIME=3.13
ARG BASE
FROM public.ecr.aws/lambda/python:${RUNTIME} AS build
COPY requirements.txt .
RUN pip install --target /out -r requirements.txt

FROM ${BASE} AS tools
FROM localhost:5000/shop/base:4 AS shared
FROM scratch AS data
FROM node@sha256:9bef0ef1e268f60627da9ba7d7605e8831d5b56ad07487d24d1aa386336d1944 AS assets

FROM public.ecr.aws/lambda/python:3.13
COPY --from=build /out ${LAMBDA_TASK_ROOT}/
COPY --from=0 /licenses /licenses
# What the build is given with --build-context models=…
COPY --from=models . ./models
COPY --from=public.ecr.aws/awsguru/aws-lambda-adapter:0.9.1 /lambda-adapter /opt/extensions/lambda-adapter
CMD ["app.handler"]
