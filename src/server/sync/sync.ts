import { audiencesOf } from '#domain/audiences.ts';
import { put } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import type { Cursor } from '#protocol/fields.ts';
import type { AnswerBody, Outcome, SyncAnswer } from '#protocol/sync-answer.ts';
import type { SyncRequest } from '#protocol/sync-request.ts';
import { OLDEST_PUSH_VERSION } from '#protocol/version.ts';
import type { CursorMarks } from '../auth/cursor-mark.ts';
import type { DeviceRecord, History, Storage, Transaction } from '../storage/port.ts';
import type { Author } from './apply-entry.ts';
import { type Applied, applySegment } from './apply-segment.ts';
import { issueCredential, signAnswer, type Standing, type Voice } from './answer.ts';
import { type Footing, footingOf } from './epoch.ts';
import { stretchEnd } from './log-end.ts';
import { confirmAgain } from './follow-devices.ts';
import { heldNotices } from './held-notices.ts';
import { noteOfferedAgain } from './offered-again.ts';
import { joinOutcomes, logOutcome } from './outcomes.ts';
import { applyPatch } from './project.ts';
import { type Feeds, pullPage } from './pull.ts';
import { tellDeferred } from './aside.ts';
import { retryWaiting } from './retry-deferred.ts';
import { beginWork, finishWork, NOBODY, type SyncPorts, toldBy, type Work } from './work.ts';

/** A phone's clock may be this far off before claimed times are flagged (SPEC 6.4). */
const CLOCK_TOLERANCE_MS = 10 * 60 * 1000;
/** How old what organisers read of "last heard" may be; more often would make every pull bring news of every other. */
const CONTACT_EVERY_MS = 5 * 60 * 1000;

/** What a round needs of the outside. */
export type RoundPorts = SyncPorts & { readonly marks: CursorMarks };

/** What a device asks that is authenticated. */
export type Round = {
  readonly request: SyncRequest;
  /** The chain's hash at each entry of the request's segment, whose signature was checked over them. */
  readonly hashes: readonly Uint8Array[];
  readonly device: DeviceRecord;
  readonly now: number;
};

/** One round of one device. */
export async function syncRound(storage: Storage, voice: Voice, ports: RoundPorts, round: Round): Promise<SyncAnswer> {
  const { request, now } = round;
  const done = await storage.transact(round.device.branch, (transaction) => perform(transaction, round, ports));
  const isCredentialDue = request.credential !== null || request.scope !== done.body.scope;
  const credential = isCredentialDue && !done.body.isRevoked ? await issueCredential(voice, done.device, now) : null;
  return signAnswer(voice, done.standing, { ...done.body, credential });
}

type Done = { readonly standing: Standing; readonly body: AnswerBody; readonly device: DeviceRecord };

async function perform(transaction: Transaction, round: Round, ports: RoundPorts): Promise<Done> {
  const { request, now } = round;
  const stored = await transaction.device(request.device);
  if (stored === undefined) await transaction.writeDevice(round.device);
  const work = await beginWork(transaction, round.device.branch, now);
  const isForgotten = stored?.standing === 'waiting' && round.device.standing === 'organiser';
  const device = isForgotten ? await confirmAgain(work, stored) : (stored ?? round.device);
  const footing = await footingOf(work, request, device, ports);
  if (footing.answered !== request.epoch) await noteOfferedAgain(transaction, request);
  const applied = await push(work, round, device, ports);
  const cursor = cursorOf(request, device, footing);
  const heardAt = await contact(work, { device, applied, through: cursor?.number ?? null, ports });
  await tellDeferred(work);
  const history = await finishWork(work, ports);
  const after = await transaction.device(request.device);
  const { storedThrough, headHash } = applied;
  const end = { ...(after ?? device), storedThrough, headHash, heardAt };
  // Most rounds bring nothing: they shall not cost the disk anything either.
  if (storedThrough !== device.storedThrough || heardAt !== device.heardAt) await transaction.writeDevice(end);
  const outcomes = [...applied.outcomes, ...(await asked(transaction, request))];
  const stretch = await stretchEnd(transaction, end, request.segment?.firstNumber ?? request.acknowledgedThrough);
  return {
    device: end,
    standing: {
      device: request.device,
      nonce: request.nonce,
      epoch: footing.answered,
      ...stretch,
      backedUpThrough: Math.min(end.backedUpThrough, stretch.storedThrough),
      serverAt: now,
    },
    body: await pull({ work, request, device: end, footing, history, outcomes, ports }),
  };
}

async function push(
  work: Work,
  { request, hashes, now }: Round,
  device: DeviceRecord,
  ports: SyncPorts,
): Promise<Applied> {
  const nothing: Applied = {
    storedThrough: device.storedThrough,
    headHash: device.headHash,
    outcomes: [],
    newCount: 0,
  };
  const { segment, sentAt } = request;
  if (segment === null) return nothing;
  const author: Author = {
    branch: device.branch,
    member: device.member,
    role: device.standing,
    device: device.device,
    isClockWrong: Math.abs(now - sentAt) > CLOCK_TOLERANCE_MS,
  };
  const applied = await applySegment(work, { segment, hashes }, device, author, ports);
  if (applied.newCount > 0) await retryWaiting(work);
  return applied;
}

type Contact = {
  readonly device: DeviceRecord;
  readonly applied: Applied;
  readonly through: number | null;
  readonly ports: RoundPorts;
};

/**
 * Tells organisers when this device was last heard and which notices it holds, and gives when they were told. No place is
 * told: none is known.
 */
async function contact(work: Work, { device, applied, through, ports }: Contact): Promise<number> {
  if (work.now - device.heardAt < CONTACT_EVERY_MS && applied.newCount === 0) return device.heardAt;
  const id = device.device as string as RowId;
  // A coordinator's feeds tell of no notice.
  const notices = await heldNotices(work, device.standing === 'coordinator' ? null : through, ports);
  const row = put('contact', id, { heardAt: work.now, throughNumber: applied.storedThrough, notices });
  await applyPatch(work, row, NOBODY);
  return work.now;
}

/** Whence this device pulls, of the feeds that it reads now; null: from the beginning. */
function cursorOf(request: SyncRequest, device: DeviceRecord, footing: Footing): Cursor | null {
  return request.scope === scopeOf(device) ? footing.cursor : null;
}

function scopeOf({ branch, member, standing }: DeviceRecord): string {
  return audiencesOf(branch, member, standing).join(',');
}

async function asked(transaction: Transaction, request: SyncRequest): Promise<readonly Outcome[]> {
  if (request.asked.length === 0) return [];
  return (await transaction.logAt(request.device, request.asked)).map(logOutcome);
}

type Pulling = {
  readonly work: Work;
  readonly request: SyncRequest;
  readonly device: DeviceRecord;
  readonly footing: Footing;
  readonly history: History;
  readonly outcomes: readonly Outcome[];
  readonly ports: RoundPorts;
};

async function pull(pulling: Pulling): Promise<AnswerBody> {
  const { work, request, device, footing, history } = pulling;
  const audiences = audiencesOf(device.branch, device.member, device.standing);
  const scope = scopeOf(device);
  const from = cursorOf(request, device, footing);
  const isRevoked = device.revokedAfter !== null;
  const { epoch } = footing;
  const asking = { audiences: isRevoked ? [] : audiences, device: device.device, from, isWhole: request.wantsOwnRows };
  const page = await pullPage(feedsOf(work, from), { ...asking, epoch, branch: device.branch }, history, pulling.ports);
  return {
    outcomes: [...joinOutcomes(pulling.outcomes)],
    startCursor: from,
    scope,
    page: [...page.page],
    cursor: page.cursor,
    hasMore: page.hasMore,
    credential: null,
    isRevoked,
    oldestPushVersion: OLDEST_PUSH_VERSION,
  };
}

/** Whoever had all there was before this round misses only what the round itself tells, and that is still in memory. */
function feedsOf(work: Work, from: Cursor | null): Feeds {
  const { transaction, start } = work;
  if (from === null || from.number < start.number) return transaction;
  return { markOf: transaction.markOf, readFeed: toldBy(work) };
}
