import { fromBytes, type Schema, toBytes } from '#protocol/canonical.ts';
import { branchesAnswerSchema, type BranchesRequest } from '#protocol/branches.ts';
import { carryAnswerSchema, carryRequestSchema } from '#protocol/carry.ts';
import { enrolAnswerSchema, enrolRequestSchema, inviteOfferSchema, inviteQuestionSchema } from '#protocol/enrolment.ts';
import { type PhotoRequest, photoAnswerSchema, shownPhotoSchema } from '#protocol/photo.ts';
import { readSponsorOffer, readSponsorPictureQuestion, readSponsorQuestion } from '#protocol/sponsor-page.ts';
import { syncAnswerSchema } from '#protocol/sync-answer.ts';
import { OLDEST_PUSH_VERSION, unreadableBecause } from '#protocol/version.ts';
import { cborResponse, type RequestBody } from './body.ts';
import type { Deps } from './deps.ts';
import { type Admitted, deviceFor } from './guard.ts';
import { METRICS_TYPE, metricsText } from './metrics.ts';
import { problemResponse } from './problem-response.ts';
import type { Tally } from './tally.ts';

/** When to look again at a server whose memory did not answer. */
const UNWELL_SECONDS = 5;

/** What an answer may ask besides what the server is made of. */
export type Desk = Deps & {
  readonly isWell: () => Promise<boolean>;
  readonly tally: Tally;
  /** How many requests stand before the writer. */
  readonly underWay: () => number;
};

/**
 * Who may ask: `public` anybody; `operator` whoever has the operator's token; `invite` whoever holds an invite's secret, at the rate at which people type; `link`
 * whoever holds a sponsor's, at the rate at which open pages ask; `linkPhoto` likewise, at a rate that leaves pages theirs; `file` whoever holds a file that a device signed, at the
 * same rate; `device` an enrolled device that signed the request; `photo` likewise, at a rate that leaves records theirs;
 * `coordinator` such a device of a coordinator.
 * A route without a policy does not compile. Who is not public brings a body.
 */
export type Route =
  | {
      readonly method: 'get';
      readonly path: string;
      readonly policy: 'public' | 'operator';
      readonly answer: (desk: Desk) => Promise<Response>;
    }
  | BySecret<'invite'>
  | BySecret<'link'>
  | BySecret<'linkPhoto'>
  | BySecret<'file'>
  | {
      readonly method: 'post';
      readonly path: string;
      readonly policy: 'photo';
      readonly answer: (desk: Desk, http: Request, admitted: Admitted<PhotoRequest>) => Promise<Response>;
    }
  | {
      readonly method: 'post';
      readonly path: string;
      readonly policy: 'device';
      readonly answer: (desk: Desk, http: Request, admitted: Admitted) => Promise<Response>;
    }
  | {
      readonly method: 'post';
      readonly path: string;
      readonly policy: 'coordinator';
      readonly answer: (desk: Desk, http: Request, request: BranchesRequest) => Promise<Response>;
    };

/** What is shown is in the body. */
type BySecret<Policy> = {
  readonly method: 'post';
  readonly path: string;
  readonly policy: Policy;
  readonly answer: (desk: Desk, http: Request, body: RequestBody) => Promise<Response>;
};

/** All routes of the interface. */
export const routes: readonly Route[] = [
  { method: 'get', path: '/healthz', policy: 'public', answer: health },
  { method: 'get', path: '/metrics', policy: 'operator', answer: metrics },
  { method: 'post', path: '/api/invite', policy: 'invite', answer: invite },
  { method: 'post', path: '/api/enrol', policy: 'invite', answer: enrol },
  { method: 'post', path: '/api/sync', policy: 'device', answer: sync },
  { method: 'post', path: '/api/branches', policy: 'coordinator', answer: branches },
  { method: 'post', path: '/api/carry', policy: 'file', answer: carry },
  { method: 'post', path: '/api/sponsor', policy: 'link', answer: sponsor },
  { method: 'post', path: '/api/sponsor/pledge', policy: 'link', answer: pledge },
  { method: 'post', path: '/api/photo', policy: 'photo', answer: photo },
  { method: 'post', path: '/api/photo/show', policy: 'photo', answer: photoShown },
  { method: 'post', path: '/api/sponsor/photo', policy: 'linkPhoto', answer: sponsorPhoto },
];

async function health(desk: Desk): Promise<Response> {
  if (!(await desk.isWell())) return problemResponse('busy', { retryAfterSeconds: UNWELL_SECONDS });
  return Response.json(
    { status: 'ok', oldestPushVersion: OLDEST_PUSH_VERSION },
    { headers: { 'cache-control': 'no-store' } },
  );
}

async function metrics({ engine, tally, underWay, clock }: Desk): Promise<Response> {
  const now = clock.now();
  const measured = { ...tally.read(), ...(await engine.vitals(now)), underWay: underWay(), now };
  const headers = { 'content-type': METRICS_TYPE, 'cache-control': 'no-store' };
  return new Response(metricsText(measured), { headers });
}

async function invite(deps: Deps, http: Request, body: RequestBody): Promise<Response> {
  const question = readMessage(inviteQuestionSchema, body);
  if (question instanceof Response) return question;
  const offer = await deps.engine.offer(question.secret, deps.clock.now());
  return offer.ok ? cborResponse(http, toBytes(inviteOfferSchema, offer.value)) : problemResponse(offer.error);
}

async function enrol(deps: Deps, http: Request, body: RequestBody): Promise<Response> {
  const request = readMessage(enrolRequestSchema, body);
  if (request instanceof Response) return request;
  const answer = await deps.engine.enrol(request, deps.clock.now());
  return answer.ok ? cborResponse(http, toBytes(enrolAnswerSchema, answer.value)) : problemResponse(answer.error);
}

async function sync(deps: Deps, http: Request, { request, device }: Admitted): Promise<Response> {
  if (request.segment !== null && request.version < OLDEST_PUSH_VERSION) return problemResponse('unsupportedVersion');
  const answer = await deps.engine.sync(request, device, deps.clock.now());
  return answer.ok ? cborResponse(http, toBytes(syncAnswerSchema, answer.value)) : problemResponse(answer.error.code);
}

async function branches(deps: Deps, http: Request, request: BranchesRequest): Promise<Response> {
  const answer = await deps.engine.branchPages(request, deps.clock.now());
  return answer === undefined ? problemResponse('notFound') : cborResponse(http, toBytes(branchesAnswerSchema, answer));
}

/** The file says itself whose it is, and the device's signature over it is all that it needs (SPEC 12). */
async function carry(deps: Deps, http: Request, body: RequestBody): Promise<Response> {
  const request = readMessage(carryRequestSchema, body);
  if (request instanceof Response) return request;
  if (request.version < OLDEST_PUSH_VERSION) return problemResponse('unsupportedVersion');
  const { device: id } = request.file;
  const device = await deviceFor(deps, request.file, await deps.engine.device(id));
  if (device === undefined) return problemResponse('badCredential');
  const answer = await deps.engine.carry(request, device, deps.clock.now());
  return answer.ok ? cborResponse(http, toBytes(carryAnswerSchema, answer.value)) : problemResponse(answer.error.code);
}

/** What is no question of ours is answered like a wrong link: how somebody asks teaches them nothing. */
async function sponsor(deps: Deps, _http: Request, body: RequestBody): Promise<Response> {
  const asked = readSponsorQuestion(textOf(body));
  return asked === undefined
    ? problemResponse('notFound')
    : pageResponse(await deps.engine.sponsorPage(asked.secret, deps.clock.now()));
}

async function pledge(deps: Deps, _http: Request, body: RequestBody): Promise<Response> {
  const offer = readSponsorOffer(textOf(body));
  return offer === undefined
    ? problemResponse('notFound')
    : pageResponse(await deps.engine.offerPledge(offer, deps.clock.now()));
}

async function photo(deps: Deps, http: Request, { request, device }: Admitted<PhotoRequest>): Promise<Response> {
  const answer = await deps.engine.takePicture(request, device, deps.clock.now());
  return cborResponse(http, toBytes(photoAnswerSchema, answer));
}

async function photoShown(deps: Deps, http: Request, { request, device }: Admitted<PhotoRequest>): Promise<Response> {
  const picture = await deps.engine.showPicture(request.photo, device);
  return picture.ok
    ? cborResponse(http, toBytes(shownPhotoSchema, { picture: picture.value }))
    : problemResponse(picture.error);
}

/** The bytes alone, of the one type that they were found to be; browsers neither guess at it nor open it as a page. */
async function sponsorPhoto(deps: Deps, _http: Request, body: RequestBody): Promise<Response> {
  const asked = readSponsorPictureQuestion(textOf(body));
  const picture = asked === undefined ? undefined : await deps.engine.sponsorPicture(asked, deps.clock.now());
  if (picture?.ok !== true) return problemResponse('notFound');
  const headers = { 'content-type': 'image/jpeg', 'content-disposition': 'attachment', 'cache-control': 'no-store' };
  return new Response(new Uint8Array(picture.value), { headers });
}

function pageResponse(page: Awaited<ReturnType<Deps['engine']['sponsorPage']>>): Response {
  return page.ok
    ? Response.json(page.value, { headers: { 'cache-control': 'no-store' } })
    : problemResponse('notFound');
}

function textOf({ bytes }: RequestBody): string {
  return new TextDecoder().decode(bytes);
}

function readMessage<T>(schema: Schema<T>, { bytes }: RequestBody): T | Response {
  const message = fromBytes(schema, bytes);
  return message.ok ? message.value : problemResponse(unreadableBecause(bytes));
}
