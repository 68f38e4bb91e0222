import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Config } from './config.ts';

export type Listening = {
  /** Where a browser on this computer finds it. */
  readonly address: string;
  /** Takes no more requests, lets those under way end, and then hangs up on everybody. */
  readonly stop: () => Promise<void>;
};

/** What a connection may cost, whoever is at its other end. */
export type Limits = {
  /** How long a request under way may still take when the server is told to stop. */
  readonly lastRequestsMs: number;
  /** Headers are a few hundred bytes: whoever sends them letter by letter is hung up on. */
  readonly headersMs: number;
  /** How long everything of a request may take to arrive; the app gives up a slow body before that, with an answer. */
  readonly requestMs: number;
  /** How often the two above are looked at. */
  readonly lookEveryMs: number;
  /** A quiet connection is kept for so long: longer than a proxy keeps its own, which may send a request any moment. */
  readonly quietMs: number;
  readonly mostConnections: number;
};

const LIMITS: Limits = {
  lastRequestsMs: 5_000,
  headersMs: 10_000,
  requestMs: 90_000,
  lookEveryMs: 2_000,
  quietMs: 125_000,
  mostConnections: 4_000,
};
const MOST_HEADER_BYTES = 16_384;
/** Every address of the computer: no browser can go there by that name. */
const EVERYWHERE = ['0.0.0.0', '::'];

/** Listens on the configured port; 0 takes a free one. Rejects when the port is taken. */
export function listen(
  app: Hono,
  { host, port }: Pick<Config, 'host' | 'port'>,
  given: Partial<Limits> = {},
): Promise<Listening> {
  const limits = { ...LIMITS, ...given };
  const serverOptions = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.lookEveryMs,
    keepAliveTimeout: limits.quietMs,
    maxHeaderSize: MOST_HEADER_BYTES,
  };
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, serverOptions }, (at) => {
      resolve({
        address: `http://${EVERYWHERE.includes(host) ? 'localhost' : urlHost(host)}:${at.port}`,
        stop: () =>
          new Promise((stopped) => {
            const hangUp = () => {
              if ('closeAllConnections' in server) server.closeAllConnections();
            };
            const giveUp = setTimeout(hangUp, limits.lastRequestsMs);
            server.close(() => {
              clearTimeout(giveUp);
              stopped();
            });
            if ('closeIdleConnections' in server) server.closeIdleConnections();
          }),
      });
    });
    server.maxConnections = limits.mostConnections;
    server.on('error', reject);
  });
}

function urlHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}
