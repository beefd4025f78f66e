FROM public.ecr.aws/lambda/nodejs:22 AS build
# This stage is not in the image.
ARG NPM_TOKEN
COPY package.json package-lock.json ./
RUN npm config set //registry.npmjs.org/:_authToken=${NPM_TOKEN} && npm ci

FROM public.ecr.aws/lambda/nodejs:22
ARG TOKEN_ISSUER
ARG SECRET_NAME=shop/session
# Declared and not used.
ARG API_TOKEN
ENV TOKEN_ISSUER=${TOKEN_ISSUER} SECRET_NAME=${SECRET_NAME}
RUN --mount=type=secret,id=license,env=LICENSE_KEY ./activate.sh
COPY --from=build /var/task/node_modules ./node_modules
CMD ["app.handler"]
