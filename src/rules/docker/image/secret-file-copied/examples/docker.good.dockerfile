FROM public.ecr.aws/lambda/nodejs:22 AS build
# This stage is not in the image.
COPY .npmrc package.json package-lock.json ./
RUN npm ci && rm -f .npmrc

FROM public.ecr.aws/lambda/nodejs:22
# Settings of the registry without a token.
COPY .npmrc ./
COPY .env.example .envrc.md ${LAMBDA_TASK_ROOT}/
COPY certificates/rds-global-bundle.pem jwt-public.pem ${LAMBDA_TASK_ROOT}/
COPY --from=build /var/task/.env.production ${LAMBDA_TASK_ROOT}/
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
CMD ["app.handler"]
