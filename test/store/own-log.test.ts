import { expect, test } from 'vitest';

import { applyAnswer, type VerifiedAnswer } from '#store/apply-answer.ts';
import { readPosition, writeMeta } from '#store/meta.ts';
import { ownMutations, readOwnLog } from '#store/own-log.ts';
import { CHAIN_START } from '#protocol/chain.ts';
import { NOTHING, type Piece, readAhead } from '#store/offer.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { sha256 } from '#store/sha256.ts';
import { delivered as delivery, oneRun as run } from './support/one-run.ts';
import { enrolledStore } from './support/test-store.ts';

const digest = async (bytes: Uint8Array) => sha256(bytes);

async function offered(store: PhoneStore, number: number, count: number): Promise<Piece> {
  const piece = await readAhead(store, { number, previousHash: CHAIN_START }, 10_000);
  if (piece.slice === null) throw new Error('nothing is offered');
  const slice = { ...piece.slice, entries: piece.slice.entries.slice(0, count) };
  return { ...piece, slice, records: piece.records.slice(0, count) };
}

async function storeWithTaps() {
  const store = await enrolledStore({ rows: [run] });
  for (const tap of ['tap-1', 'tap-2', 'tap-3']) await store.mutate(delivery(), tap);
  const ownLog = await readOwnLog(store, await offered(store, 2, 2), digest);
  const { revision } = await readPosition(store.database);
  return { database: store.database, store, ownLog, revision };
}

test('8.13 what was read of the log while the server worked serves its answer, a stretch of it too', async () => {
  const { database, ownLog, revision } = await storeWithTaps();
  expect(ownLog?.mutations.map(({ number }) => number)).toEqual([2, 3]);
  const found = await ownMutations(database, { from: 3, to: 3 }, revision, ownLog);
  expect(found[0]).toBe(ownLog?.mutations[1]);
});

test('8.13 once another answer was laid, or for more than was read, the log is read anew', async () => {
  const { database, ownLog, revision } = await storeWithTaps();
  expect(await ownMutations(database, { from: 2, to: 4 }, revision, ownLog)).toHaveLength(3);
  await database.log.update(3, { wrote: ['delivery/other'] });
  await writeMeta(database, 'position', { ...(await readPosition(database)), revision: revision + 1 });
  const [found] = await ownMutations(database, { from: 3, to: 3 }, revision + 1, ownLog);
  expect(found?.wrote).toEqual(['delivery/other']);
});

test('8.13 a piece of the log that was read before an answer changed what its entries touch is read anew', async () => {
  const { database, store } = await storeWithTaps();
  const piece = await offered(store, 2, 2);
  await database.log.update(3, { wrote: ['delivery/other'] });
  expect((await readOwnLog(store, piece, digest))?.mutations[1]?.wrote).not.toEqual(['delivery/other']);
  await writeMeta(database, 'position', { ...(await readPosition(database)), touchedAt: 7 });
  const anew = await readOwnLog(store, piece, digest);
  expect(anew?.mutations[1]?.wrote).toEqual(['delivery/other']);
  expect(anew?.made).toBeNull();
});

test('8.13 an answer says so when it changed what entries touch, and only then', async () => {
  const { database, store } = await storeWithTaps();
  await database.log.update(3, { read: [`run/${run.id}`, 'run/another'] });
  await applyAnswer(store, await answerTelling(store, []));
  expect((await readPosition(database)).touchedAt).toBeUndefined();
  const renamed = { ...run.body, label: 'Renamed' };
  await applyAnswer(store, await answerTelling(store, [['run', run.id, renamed]]));
  expect((await database.log.get(3))?.read).toEqual([`run/${run.id}`]);
  const { touchedAt, revision } = await readPosition(database);
  expect(touchedAt).toBe(revision);
});

/** What the server says to a phone that offers nothing, with these rows of others. */
async function answerTelling({ database }: PhoneStore, rows: readonly unknown[]): Promise<VerifiedAnswer> {
  const { epoch, cursor, scope, acknowledgedThrough, acknowledgedHash } = await readPosition(database);
  const told = { storedThrough: acknowledgedThrough, headHash: acknowledgedHash, backedUpThrough: 0, serverAt: 1 };
  const page = rows.length === 0 ? [] : [{ rows: new TextEncoder().encode(JSON.stringify(rows)), own: null }];
  const next = { number: (cursor?.number ?? 0) + 1, mark: '0000000000000' };
  const rest = { outcomes: [], hasMore: false, credential: null, isRevoked: false, oldestPushVersion: 1 };
  return {
    acknowledgement: { epoch, ...told } as VerifiedAnswer['acknowledgement'],
    body: { ...rest, startCursor: cursor, scope: scope ?? '', page, cursor: next },
    asked: { epoch, cursor, offered: null },
    identity: null,
  };
}

test('nothing offered, or no storage that answers: nothing was read, and nobody is disturbed', async () => {
  const { store } = await storeWithTaps();
  expect(await readOwnLog(store, NOTHING, digest)).toBeNull();
  const piece = await offered(store, 2, 2);
  store.database.close();
  expect(await readOwnLog(store, piece, digest)).toBeNull();
});
