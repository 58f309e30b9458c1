# Not run where it was written: there is no engine for containers there. docs/hosting.md says what was done instead.
FROM node:24-slim AS build
WORKDIR /src
COPY . .
RUN node tools/run.mjs pack

FROM node:24-slim
COPY --from=build /src/dist/goldseam-*.tgz /tmp/
# The image's own Node is new enough, so the one that would come along is left out, and no script runs at install.
RUN npm install --global --ignore-scripts --no-fund --no-audit /tmp/goldseam-*.tgz \
  && rm /tmp/goldseam-*.tgz \
  && mkdir /data && chown node:node /data
ENV HOST=0.0.0.0 DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 4700
HEALTHCHECK CMD ["node", "-e", "fetch('http://127.0.0.1:4700/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["goldseam", "serve"]
