import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono } from 'hono';
import { isBusy } from '../bounded-engine.ts';
import type { Deps } from './deps.ts';
import { admit } from './guard.ts';
import { ASSETS, cacheControl, securityHeaders } from './headers.ts';
import { problemResponse } from './problem-response.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';
import { type Route, routes } from './routes.ts';

const CHALLENGE_KEY_BYTES = 32;
/** A room of forty phones behind one address enrols within minutes; sixty bits of secret do not fall at this rate. */
const INVITE_BURST = 60;
const INVITE_EVERY_MS = 2_000;
/** A phone that pages through a large pull asks often for a moment; a broken one asks for ever. */
const DEVICE_BURST = 240;
const DEVICE_EVERY_MS = 250;
/** What a full line asks for, at most. */
const BUSY_SECONDS = 20;

/** The whole HTTP side as one function from request to response. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  const challengeKey = deps.random.bytes(CHALLENGE_KEY_BYTES);
  const limits: Limits = {
    invite: rateLimit(deps.clock, INVITE_BURST, INVITE_EVERY_MS),
    device: rateLimit(deps.clock, DEVICE_BURST, DEVICE_EVERY_MS),
  };
  app.use('*', async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders(context.req.path, deps.scheme)))
      context.header(name, value);
  });
  for (const route of routes)
    app[route.method](route.path, (context) => perform(deps, { route, challengeKey, limits }, context));
  app.all('/api/*', () => problemResponse('notFound'));
  app.use('*', async (context, next) => {
    await next();
    if (context.res.ok) context.header('cache-control', cacheControl(context.req.path));
  });
  app.use('*', serveStatic({ root: deps.staticFolder, precompressed: true }));
  // A file that is not there is no page of the app: told so, or a browser would keep the page under the file's name.
  app.get(`${ASSETS}*`, () => problemResponse('notFound'));
  app.get('*', serveStatic({ path: `${deps.staticFolder}/index.html` }));
  app.notFound(() => problemResponse('notFound'));
  app.onError((cause) => {
    if (isBusy(cause)) return problemResponse('busy', { retryAfterSeconds: busySeconds(deps) });
    deps.log('fault', { cause: cause.name });
    return problemResponse('fault');
  });
  return app;
}

type Limits = { readonly invite: RateLimit; readonly device: RateLimit };
type Serving = { readonly route: Route; readonly challengeKey: Uint8Array; readonly limits: Limits };

async function perform(deps: Deps, serving: Serving, context: Context): Promise<Response> {
  const { route, limits } = serving;
  const http = context.req.raw;
  const startedAt = deps.clock.now();
  const answer = async (): Promise<Response> => {
    if (route.policy === 'public') return route.answer(deps, http);
    if (route.policy === 'invite') {
      const waitSeconds = limits.invite.take(addressOf(context));
      return waitSeconds === null
        ? route.answer(deps, http)
        : problemResponse('tooManyRequests', { retryAfterSeconds: waitSeconds });
    }
    const admitted = await admit(deps, serving.challengeKey, http);
    if (!admitted.ok) return admitted.error;
    const waitSeconds = limits.device.take(admitted.value.device.device);
    if (waitSeconds !== null) return problemResponse('tooManyRequests', { retryAfterSeconds: waitSeconds });
    return route.answer(deps, http, admitted.value);
  };
  const response = await answer();
  deps.log('request', { route: route.path, status: response.status, tookMs: deps.clock.now() - startedAt });
  return response;
}

function addressOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? 'unknown';
  } catch {
    // Asked without a socket, as tests do.
    return 'none';
  }
}

/** Spread over the line's length, so that those who were sent away do not come back together. */
function busySeconds(deps: Deps): number {
  return 1 + ((deps.random.bytes(1)[0] ?? 0) % BUSY_SECONDS);
}
