import { type Context, Hono } from 'hono';
import { isBusy } from '../bounded-engine.ts';
import { whereOf } from '../log.ts';
import { askerOf } from './address.ts';
import type { Deps } from './deps.ts';
import { admit } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { createLine, type Line } from './line.ts';
import { problemResponse } from './problem-response.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';
import { type Route, routes } from './routes.ts';
import { fileResponse, findFile, readStaticFiles } from './static-files.ts';

/** A room of forty phones behind one address enrols within minutes; sixty bits of secret do not fall at this rate. */
const INVITE_BURST = 60;
const INVITE_EVERY_MS = 2_000;
/** A phone that pages through a large pull asks often for a moment; a broken one asks for ever. */
const DEVICE_BURST = 240;
const DEVICE_EVERY_MS = 250;

/** The whole HTTP side as one function from request to response. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  const serving: Serving = {
    invites: rateLimit(deps.clock, INVITE_BURST, INVITE_EVERY_MS),
    devices: rateLimit(deps.clock, DEVICE_BURST, DEVICE_EVERY_MS),
    line: createLine(deps.random, deps.mostUnderWay),
  };
  app.use('*', async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(securityHeaders(context.req.path, deps.scheme)))
      context.header(name, value);
  });
  for (const route of routes) app[route.method](route.path, (context) => perform(deps, serving, route, context));
  app.all('/api/*', () => problemResponse('notFound'));
  const files = readStaticFiles(deps.staticFolder);
  app.get('*', (context) => {
    const file = findFile(files, context.req.path);
    return file === undefined ? problemResponse('notFound') : fileResponse(file, context.req.raw);
  });
  app.notFound(() => problemResponse('notFound'));
  app.onError((cause) => refuse(deps, serving, cause));
  return app;
}

type Serving = {
  readonly invites: RateLimit;
  readonly devices: RateLimit;
  readonly line: Line;
};

async function perform(deps: Deps, serving: Serving, route: Route, context: Context): Promise<Response> {
  const startedAt = deps.clock.now();
  const isBounded = route.policy !== 'public';
  if (isBounded && !serving.line.enter()) return busy(serving);
  const response = await answer(deps, serving, route, context).catch((cause: unknown) => refuse(deps, serving, cause));
  const tookMs = deps.clock.now() - startedAt;
  if (isBounded) serving.line.leave(tookMs);
  deps.log('request', { route: route.path, status: response.status, tookMs });
  return response;
}

/** Lets in whom the route's policy lets in. The only place where a route is entered. */
async function answer(deps: Deps, serving: Serving, route: Route, context: Context): Promise<Response> {
  const http = context.req.raw;
  if (route.policy === 'public') return route.answer(deps, http);
  if (route.policy === 'invite') {
    const waitSeconds = serving.invites.take(askerOf(context));
    return waitSeconds === null ? route.answer(deps, http) : tooMany(waitSeconds);
  }
  const admitted = await admit(deps, http);
  if (!admitted.ok) return admitted.error;
  const waitSeconds = serving.devices.take(admitted.value.device.device);
  return waitSeconds === null ? route.answer(deps, http, admitted.value) : tooMany(waitSeconds);
}

function tooMany(retryAfterSeconds: number): Response {
  return problemResponse('tooManyRequests', { retryAfterSeconds });
}

function busy(serving: Serving): Response {
  return problemResponse('busy', { retryAfterSeconds: serving.line.waitSeconds() });
}

/** A full writer asks for patience; anything else that is thrown is a bug, and says where it is but nothing that it held. */
function refuse(deps: Deps, serving: Serving, cause: unknown): Response {
  if (isBusy(cause)) return busy(serving);
  deps.log('fault', { where: whereOf(cause) });
  return problemResponse('fault');
}
