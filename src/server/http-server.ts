import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const DEFAULT_PORT = 8787;

export interface RunningServer {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Serves the built app and says that it is alive. */
export async function createServer(environment: Readonly<Record<string, string | undefined>>): Promise<RunningServer> {
  const app = new Hono();
  app.get('/healthz', (context) => context.json({ status: 'ok' }));
  app.all('/api/*', (context) => context.body(null, 404));
  app.use('*', serveStatic({ root: 'dist' }));
  app.get('*', serveStatic({ path: 'dist/index.html' }));

  const hostname = environment['HOST'] ?? 'localhost';
  const port = Number(environment['PORT'] ?? DEFAULT_PORT);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname, port }, (at) => {
      resolve({
        address: `http://${hostname}:${at.port}`,
        stop: () => new Promise((stopped) => server.close(() => stopped())),
      });
    });
    server.on('error', reject);
  });
}
