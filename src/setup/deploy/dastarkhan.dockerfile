# The server in a container. From the project's folder:
#   docker build -f src/setup/deploy/dastarkhan.dockerfile -t dastarkhan .
#   docker run -d --name dastarkhan --restart unless-stopped -p 127.0.0.1:8787:8787 -v dastarkhan:/data \
#     -e PUBLIC_URL=https://food.example.org dastarkhan
# The first organiser's link is in `docker logs dastarkhan`; commands run as
#   docker exec dastarkhan node src/server/commands/revoke.ts --help

FROM docker.io/library/node:26-bookworm-slim AS tools
WORKDIR /app
COPY package.json package-lock.json ./
# No package's own script runs, here as everywhere.
RUN npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

FROM tools AS built
COPY . .
RUN NODE_ENV=production node node_modules/vite/bin/vite.js build

FROM docker.io/library/node:26-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The image brings Node itself, so the packages that hold it stay out.
RUN npm ci --ignore-scripts --omit=dev --omit=optional --no-audit --no-fund --loglevel=error

FROM docker.io/library/node:26-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8787 DATA_DIR=/data
COPY --from=packages /app/node_modules ./node_modules
COPY --from=built /app/package.json ./package.json
COPY --from=built /app/src ./src
COPY --from=built /app/dist ./dist
RUN mkdir /data && chown node:node /data && chmod 700 /data
USER node
VOLUME /data
EXPOSE 8787
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8787/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/server/main.ts"]
