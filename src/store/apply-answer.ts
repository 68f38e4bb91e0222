import type { Acknowledgement } from '#protocol/acknowledgement.ts';
import type { Cursor } from '#protocol/fields.ts';
import type { AnswerBody } from '#protocol/sync-answer.ts';
import { awaitedMutations } from './awaited-mutations.ts';
import { afterPage } from './apply/after-page.ts';
import { believeAcknowledgement, believedThrough, inNewEpoch } from './apply/acknowledge.ts';
import { recordOutcomes, settleReached } from './apply/outcomes.ts';
import { type ReadPage, type ReadStep, readSteps } from './apply/page-step.ts';
import { chainHashes } from './chain.ts';
import type { PhoneDatabase } from './database.ts';
import { rowTables } from './database.ts';
import { type Identity, standingOf } from './identity.ts';
import { type Laying, layPage } from './lay-page.ts';
import { readMeta, writeMeta } from './meta.ts';
import { numbersOf, outsideRanges } from './number-ranges.ts';
import type { OwnLog } from './own-log.ts';
import type { PhoneStore } from './phone-store.ts';
import { asksOwnRows, FIRST_POSITION, inNewRevision, isSameCursor, type Position } from './position.ts';
import { reopenSettled } from './reopen-settled.ts';
import { noteMentioned, sweptRows } from './sweep.ts';
import { takeAsFormer } from './take-as-former.ts';
import { wipe } from './wipe.ts';

/** An answer that was verified to be the server's, to this phone, for the request that asked it (SPEC 7.1). */
export type VerifiedAnswer = {
  readonly acknowledgement: Acknowledgement;
  readonly body: AnswerBody;
  /** Where this phone stood when it asked, and how far the request offered its log. */
  readonly asked: {
    readonly epoch: string | null;
    readonly cursor: Cursor | null;
    readonly offered: { readonly through: number; readonly headHash: Uint8Array } | null;
  };
  /** Who this phone is by a new credential; null when none came. */
  readonly identity: Identity | null;
};

export type AppliedAnswer =
  /** `isAgain`: there is more to pull, or the page was not taken and is asked for again. */
  | { readonly type: 'applied'; readonly isAgain: boolean }
  /** Another copy of this phone wrote under the same numbers. */
  | { readonly type: 'forked' }
  | { readonly type: 'revoked' }
  /** Somebody else has applied another answer meanwhile; nothing was changed. */
  | { readonly type: 'stale' }
  /** The page holds what this program cannot read: it must be updated. Nothing was changed. */
  | { readonly type: 'tooNew' };

/**
 * Takes in an answer, all of it in one transaction (SPEC 8.12): nothing between two states is ever seen.
 * @param ownLog what was read of the offered stretch before the answer came
 * @param steps the answer's page, if it was read already
 */
export async function applyAnswer(
  store: PhoneStore,
  answer: VerifiedAnswer,
  ownLog: OwnLog | null = null,
  steps: ReadPage = readSteps(answer.body.page),
): Promise<AppliedAnswer> {
  if (!steps.ok) return { type: 'tooNew' };
  const { database } = store;
  const { log, shadow, meta, exceptions, mentioned, drafts, pictures } = database;
  const tables = [log, shadow, meta, exceptions, mentioned, drafts, pictures, ...rowTables(database)];
  return database.transaction('rw', tables, async () => applyInside(store, answer, steps.value, ownLog));
}

async function applyInside(
  store: PhoneStore,
  answer: VerifiedAnswer,
  steps: readonly ReadStep[],
  ownLog: OwnLog | null,
): Promise<AppliedAnswer> {
  const { database } = store;
  const { acknowledgement, body, asked } = answer;
  const [identity, stored, handedOn, known, newest] = await standing(database);
  const before = stored ?? FIRST_POSITION;
  if (identity === undefined || asked.epoch !== before.epoch) return { type: 'stale' };
  const isNewEpoch = acknowledgement.epoch !== before.epoch;
  const ineffective = known.filter(({ status }) => status !== 'deferred').map(({ number }) => number);
  const position = inNewRevision(isNewEpoch ? inNewEpoch(before, acknowledgement.epoch, ineffective) : before);
  const offered = isNewEpoch ? null : asked.offered;
  const believed = await believe(database, position, answer, offered);
  if (believed === undefined) {
    await writeMeta(database, 'position', { ...before, isForked: true });
    return { type: 'forked' };
  }
  const me = { ...(answer.identity ?? identity), isRevoked: body.isRevoked };
  // Each request of a transaction is a way to the disk's process and back: what is the same is not written.
  if (answer.identity !== null || identity.isRevoked !== me.isRevoked) await writeMeta(database, 'identity', me);
  if (body.isRevoked) {
    await wipe(database, believed);
    return { type: 'revoked' };
  }
  if (handedOn === true) {
    await takeAsFormer(database, believed, body, { newest, known, heardAt: store.ports.clock.now() });
    return { type: 'applied', isAgain: false };
  }
  if (isNewEpoch) await reopenSettled(database, me, believed);
  const knownByNumber = new Map(known.map((exception) => [exception.number, exception]));
  const outcomes = recordOutcomes(believed, body.outcomes, newest, knownByNumber);
  // What left this phone while its mutation was settled, or while its hand could not make it, is not shown: all run again.
  const isAnew = isNewEpoch || standingOf(me) !== standingOf(identity);
  const pending = isAnew ? numbersOf(outsideRanges({ from: 1, to: newest }, outcomes.position.settled)) : [];
  const recorded = { ...outcomes, undone: [...outcomes.undone, ...pending] };
  await Promise.all([
    database.exceptions.bulkDelete([...recorded.cleared]),
    database.exceptions.bulkPut(recorded.exceptions),
  ]);
  const isInPlace = isSameCursor(asked.cursor, before.cursor) && isNextPage(before, position, body, isNewEpoch);
  const laying = { identity: me, before: position, recorded, newest, ownLog, revision: before.revision };
  const heardAt = store.ports.clock.now();
  if (isInPlace && (await takePage(database, { ...laying, body, steps, heardAt }))) {
    return { type: 'applied', isAgain: body.hasMore };
  }
  const settled = recorded.position.hasMore
    ? { position: recorded.position, reached: [] }
    : settleReached(recorded.position, []);
  const laid = await layPage(database, { ...laying, steps: [], settled });
  const wantsOwnRows = isInPlace || settled.position.wantsOwnRows;
  await writeMeta(database, 'position', { ...settled.position, ...laid, wantsOwnRows, heardAt });
  // Asked for again at once only when that can help: whole rows were not asked for yet.
  return { type: 'applied', isAgain: isInPlace && !asksOwnRows(before) };
}

/** Who and where this phone is, asked all at once. */
function standing(database: PhoneDatabase) {
  return Promise.all([
    readMeta(database, 'identity'),
    readMeta(database, 'position'),
    readMeta(database, 'handedOn'),
    database.exceptions.toArray(),
    newestNumber(database),
  ]);
}

type Taking = Omit<Laying, 'settled'> & { readonly body: AnswerBody; readonly heardAt: number };

/** Takes a page that continues what is here; false when own rows differ, and nothing was written. */
async function takePage(database: PhoneDatabase, { body, steps, heardAt, ...laying }: Taking): Promise<boolean> {
  const pulled = await pulledPosition(database, { ...laying.recorded.position, heardAt }, body, steps);
  const swept = pulled.isSweeping && !body.hasMore ? await sweptRows(database, laying.identity, laying.before) : [];
  const settled = settleReached(pulled, body.hasMore ? await awaitedMutations(database, pulled, steps) : []);
  const laid = await layPage(database, { ...laying, steps: [...steps, ...swept], settled });
  if (laid === undefined) return false;
  const isSweeping = pulled.isSweeping && body.hasMore;
  await Promise.all([
    pulled.isSweeping && !isSweeping ? database.mentioned.clear() : undefined,
    writeMeta(database, 'position', { ...settled.position, ...laid, wantsOwnRows: false, isSweeping }),
  ]);
  return true;
}

async function newestNumber(database: PhoneDatabase): Promise<number> {
  const [newest] = await database.log.toCollection().reverse().limit(1).primaryKeys();
  return newest ?? 0;
}

async function believe(
  database: PhoneDatabase,
  position: Position,
  { acknowledgement }: VerifiedAnswer,
  offered: VerifiedAnswer['asked']['offered'],
): Promise<Position | undefined> {
  const offeredThrough = offered?.through ?? 0;
  const { storedThrough } = acknowledgement;
  const through = believedThrough(position, storedThrough, offeredThrough);
  const hashes = await chainHashes(database, position, offered, [storedThrough, through]);
  const believed = believeAcknowledgement(position, acknowledgement, offeredThrough, hashes);
  return believed.type === 'forked' ? undefined : believed.position;
}

/** True when the page continues what is stored, or begins anew. */
function isNextPage(before: Position, position: Position, body: AnswerBody, isNewEpoch: boolean): boolean {
  if (body.startCursor === null) return true;
  return !isNewEpoch && position.scope === body.scope && isSameCursor(body.startCursor, before.cursor);
}

async function pulledPosition(
  database: PhoneDatabase,
  before: Position,
  body: AnswerBody,
  steps: readonly ReadStep[],
): Promise<Position> {
  const after = afterPage(before, body);
  if (body.startCursor === null) await database.mentioned.clear();
  if (after.isSweeping) await noteMentioned(database, steps);
  return after;
}
