import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Config } from './config.ts';

export type Listening = { readonly address: string; readonly stop: () => Promise<void> };

/** Listens on the configured port; 0 takes a free one. Rejects when the port is taken. */
export function listen(app: Hono, { host, port }: Pick<Config, 'host' | 'port'>): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (at) => {
      resolve({
        address: `http://${host}:${at.port}`,
        stop: () =>
          new Promise((stopped) => {
            server.close(() => stopped());
            if ('closeIdleConnections' in server) server.closeIdleConnections();
          }),
      });
    });
    server.on('error', reject);
  });
}
