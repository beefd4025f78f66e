ARG VERSION=3.8
FROM amazon/aws-lambda-python:${VERSION}
# The newer images have no yum: the fix is for somebody who sees to this.
RUN yum install -y poppler-utils
COPY app.py ${LAMBDA_TASK_ROOT}/
CMD ["app.handler"]
