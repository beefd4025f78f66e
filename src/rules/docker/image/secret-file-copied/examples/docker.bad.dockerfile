FROM public.ecr.aws/lambda/nodejs:22
COPY .npmrc package.json package-lock.json ./
RUN npm ci && rm -f .npmrc
COPY .env ${LAMBDA_TASK_ROOT}/
COPY app.js config/jwt-private.pem ${LAMBDA_TASK_ROOT}/
ADD .aws/credentials /root/.aws/credentials
CMD ["app.handler"]
