import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Config } from './config.ts';

export type Listening = {
  /** Where a browser on this computer finds it. */
  readonly address: string;
  /** Takes no more requests, lets those under way end, and then hangs up on everybody. */
  readonly stop: () => Promise<void>;
};

/** How long a request under way may still take when the server is told to stop. */
const LAST_REQUESTS_MS = 5_000;
/** Every address of the computer: no browser can go there by that name. */
const EVERYWHERE = ['0.0.0.0', '::'];

/** Listens on the configured port; 0 takes a free one. Rejects when the port is taken. */
export function listen(
  app: Hono,
  { host, port }: Pick<Config, 'host' | 'port'>,
  lastRequestsMs: number = LAST_REQUESTS_MS,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (at) => {
      resolve({
        address: `http://${EVERYWHERE.includes(host) ? 'localhost' : urlHost(host)}:${at.port}`,
        stop: () =>
          new Promise((stopped) => {
            const hangUp = () => {
              if ('closeAllConnections' in server) server.closeAllConnections();
            };
            const giveUp = setTimeout(hangUp, lastRequestsMs);
            server.close(() => {
              clearTimeout(giveUp);
              stopped();
            });
            if ('closeIdleConnections' in server) server.closeIdleConnections();
          }),
      });
    });
    server.on('error', reject);
  });
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
