FROM golang AS extension
WORKDIR /src
COPY . .
RUN go build -o /out/extension .

FROM public.ecr.aws/lambda/python:latest
COPY --from=public.ecr.aws/datadog/lambda-extension:latest /opt/. /opt/
COPY --from=extension /out/extension /opt/extensions/extension
COPY app.py ${LAMBDA_TASK_ROOT}/
CMD ["app.handler"]
