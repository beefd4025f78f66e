# syntax=docker/dockerfile:1
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
# Of the grammars only the WebAssembly is needed, not the C that it was made from.
RUN npm run build && npm prune --omit=dev && \
  find node_modules/tree-sitter-* -type f ! -name '*.wasm' ! -name package.json ! -name LICENSE -delete

FROM node:24-slim
ENV NODE_ENV=production QUEUE_PATH=/data/queue
WORKDIR /app
# The volume takes over the owner of this folder.
RUN install -d -o node -g node /data
COPY --from=build --chown=root:root /app/package.json ./
COPY --from=build --chown=root:root /app/node_modules ./node_modules
COPY --from=build --chown=root:root /app/dist ./dist
USER node
VOLUME /data
EXPOSE 3000
# Run with --read-only: nothing but /data is written.
HEALTHCHECK --interval=30s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/app/main.js"]
