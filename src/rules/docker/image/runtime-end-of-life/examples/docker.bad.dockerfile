FROM public.ecr.aws/lambda/nodejs:16-arm64 AS build
COPY . .
RUN npm ci && npm run build

FROM public.ecr.aws/lambda/nodejs:18-arm64
COPY --from=build /var/task/dist ${LAMBDA_TASK_ROOT}/
CMD ["app.handler"]
