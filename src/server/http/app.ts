import { type Context, Hono } from 'hono';
import { readClaim } from '../auth/signed-request.ts';
import { whereOf } from '../log.ts';
import { askerOf } from './address.ts';
import { readBody, type RequestBody } from './body.ts';
import { type BodyRoom, bodyRoom } from './body-room.ts';
import type { Deps } from './deps.ts';
import { admit, admitReader, PHOTO, SYNC } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { healthCheck } from './health.ts';
import { createLine, type Line } from './line.ts';
import { isOperator } from './operator-door.ts';
import { problemResponse } from './problem-response.ts';
import { type PushLimit, pushLimit } from './push-limit.ts';
import { type RateLimit, rateLimit } from './rate-limit.ts';
import { type Desk, type Route, routes } from './routes.ts';
import { createTally } from './tally.ts';
import { fileResponse, findFile, readStaticFiles } from './static-files.ts';

/** A room of forty phones behind one address enrols within minutes; sixty bits of secret do not fall at this rate. */
const INVITE_BURST = 60;
const INVITE_EVERY_MS = 2_000;
/** A phone that pages through a large pull asks often for a moment; a broken one asks for ever. */
const DEVICE_BURST = 240;
const DEVICE_EVERY_MS = 250;
/** A day's pictures in their pieces, or an organiser who looks through a week's; then a piece each second. */
const PHOTO_BURST = 160;
const PHOTO_EVERY_MS = 1_000;
/** Every open page asks twice a minute, and a bakery's staff may share one address. */
const LINK_BURST = 120;
const LINK_EVERY_MS = 1_000;

/** The whole HTTP side as one function from request to response. */
export function createApp(deps: Deps): Hono {
  const app = new Hono();
  const serving: Serving = {
    invites: rateLimit(deps.clock, INVITE_BURST, INVITE_EVERY_MS),
    links: rateLimit(deps.clock, LINK_BURST, LINK_EVERY_MS),
    linkPhotos: rateLimit(deps.clock, LINK_BURST, LINK_EVERY_MS),
    devices: rateLimit(deps.clock, DEVICE_BURST, DEVICE_EVERY_MS),
    photos: rateLimit(deps.clock, PHOTO_BURST, PHOTO_EVERY_MS),
    pushes: pushLimit(deps.clock, deps.pushBurst),
    bodies: bodyRoom(deps.mostBodyBytes),
    line: createLine(deps.random, deps.mostUnderWay),
  };
  const { line } = serving;
  const isWell = healthCheck(deps.engine, deps.timer);
  const desk: Desk = { ...deps, isWell, tally: createTally(), underWay: line.underWay };
  app.use('*', async (context, next) => {
    await next();
    // Set on the answer that is there: `context.header` would make a new one for each of them.
    const { headers } = context.res;
    for (const [name, value] of Object.entries(securityHeaders(context.req.path, deps.scheme)))
      headers.set(name, value);
  });
  for (const route of routes) app[route.method](route.path, (context) => perform(desk, serving, route, context));
  app.all('/api/*', () => problemResponse('notFound'));
  const files = readStaticFiles(deps.staticFolder);
  app.get('*', (context) => {
    const file = findFile(files, context.req.path);
    return file === undefined ? problemResponse('notFound') : fileResponse(file, context.req.raw);
  });
  app.notFound(() => problemResponse('notFound'));
  app.onError((cause) => faulty(deps, cause));
  return app;
}

type Serving = {
  readonly invites: RateLimit;
  readonly links: RateLimit;
  readonly linkPhotos: RateLimit;
  readonly devices: RateLimit;
  readonly photos: RateLimit;
  readonly pushes: PushLimit;
  readonly bodies: BodyRoom;
  readonly line: Line;
};

async function perform(desk: Desk, serving: Serving, route: Route, context: Context): Promise<Response> {
  const startedAt = desk.clock.now();
  const response = await answer(desk, serving, route, context).catch((cause: unknown) => faulty(desk, cause));
  desk.tally.request(route.path, response.status);
  desk.log('request', { route: route.path, status: response.status, tookMs: desk.clock.now() - startedAt });
  return response;
}

/** Lets in whom the route's policy lets in. The only place where a route is entered. */
async function answer(desk: Desk, serving: Serving, route: Route, context: Context): Promise<Response> {
  if (route.policy === 'public') return route.answer(desk);
  if (route.policy === 'operator')
    return isOperator(context, desk.metricsToken ?? null) ? route.answer(desk) : problemResponse('notFound');
  const http = context.req.raw;
  const asker = askerOf(context);
  if (route.policy === 'device' || route.policy === 'photo' || route.policy === 'coordinator')
    return answerSigned(desk, serving, route, { asker, http });
  const waitSeconds = rateOf(route.policy, serving).take(asker);
  return waitSeconds === null
    ? withBody(desk, serving, { asker, http }, (body) => route.answer(desk, http, body))
    : tooMany(waitSeconds);
}

/** What is seldom looked at never makes an open page wait. */
function rateOf(policy: 'invite' | 'link' | 'linkPhoto' | 'file', serving: Serving): RateLimit {
  if (policy === 'invite') return serving.invites;
  return policy === 'linkPhoto' ? serving.linkPhotos : serving.links;
}

type SignedRoute = Extract<Route, { policy: 'device' | 'photo' | 'coordinator' }>;

/** Pictures have a rate of their own, so that no record waits because of them. */
async function answerSigned(desk: Desk, serving: Serving, route: SignedRoute, asking: Asking): Promise<Response> {
  const { http } = asking;
  const claim = readClaim(http.headers);
  if (claim === undefined) return problemResponse('unsigned');
  return withBody(desk, serving, asking, async (body) => {
    if (route.policy === 'photo') {
      const admitted = await admit(desk, http, claim, body, PHOTO);
      if (!admitted.ok) return admitted.error;
      const waitSeconds = serving.photos.take(admitted.value.device.device);
      return waitSeconds === null ? route.answer(desk, http, admitted.value) : tooMany(waitSeconds);
    }
    if (route.policy === 'coordinator') {
      const asked = await admitReader(desk, http, claim, body);
      if (!asked.ok) return asked.error;
      const tooOften = serving.devices.take(asked.value.device);
      return tooOften === null ? route.answer(desk, http, asked.value) : tooMany(tooOften);
    }
    const admitted = await admit(desk, http, claim, body, SYNC);
    if (!admitted.ok) return admitted.error;
    const { device, request } = admitted.value;
    const waitSeconds =
      serving.devices.take(device.device) ??
      (request.segment === null ? null : serving.pushes.take(device.device, request.segment));
    if (waitSeconds !== null) return tooMany(waitSeconds);
    if (request.segment !== null) desk.tally.batch(request.segment.entries.length);
    return route.answer(desk, http, admitted.value);
  });
}

type Asking = { readonly asker: string; readonly http: Request };

/** A request stands in the line only once its body is here: whoever sends slowly waits outside, and others pass. */
async function withBody(
  desk: Desk,
  { bodies, line }: Pick<Serving, 'bodies' | 'line'>,
  { asker, http }: Asking,
  serve: (body: RequestBody) => Promise<Response>,
): Promise<Response> {
  const held = bodies.enter(asker);
  try {
    const body = await readBody(http, held, desk.timer);
    if (!body.ok) return body.error.code === 'busy' ? busy(line) : problemResponse(body.error.code);
    if (!line.enter()) return busy(line);
    const enteredAt = desk.clock.now();
    try {
      return await serve(body.value);
    } finally {
      line.leave(desk.clock.now() - enteredAt);
    }
  } finally {
    held.release();
  }
}

function tooMany(retryAfterSeconds: number): Response {
  return problemResponse('tooManyRequests', { retryAfterSeconds });
}

function busy(line: Line): Response {
  return problemResponse('busy', { retryAfterSeconds: line.waitSeconds() });
}

/** Anything that is thrown is a bug, and says where it is but nothing that it held. */
function faulty(deps: Deps, cause: unknown): Response {
  deps.log('fault', { where: whereOf(cause) });
  return problemResponse('fault');
}
