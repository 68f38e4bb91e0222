import { expect, test } from 'vitest';

import { CHAIN_START, chainHead } from '#protocol/chain.ts';
import type { RowId } from '#domain/scalars.ts';
import { firstToOffer } from '#store/apply/acknowledge.ts';
import { applyAnswer } from '#store/apply-answer.ts';
import { recordToBytes } from '#store/chain.ts';
import type { Identity } from '#store/identity.ts';
import { readPosition } from '#store/meta.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { asksOwnRows } from '#store/position.ts';
import { unsent } from '#store/queries/unsent.ts';
import { sha256 } from '#store/sha256.ts';

import { ModelServer } from './support/model-server.ts';
import { delivered } from './support/one-run.ts';
import { firstRows } from './support/random-work.ts';
import { DEVICE, enrolledStore, testIdentity } from './support/test-store.ts';

/** After `enrol`. */
const DELIVERY = `${DEVICE}.2` as RowId;

test('whoever lost a role sees what they recorded until the server has said that it does not count', async () => {
  const server = new ModelServer(10, () => false);
  server.seed(firstRows);
  const store = await enrolledStore({
    role: 'driver',
    position: {
      rows: 'never',
      epoch: server.epoch,
      cursor: null,
      scope: null,
      acknowledgedThrough: 0,
      acknowledgedHash: CHAIN_START,
    },
  });
  await sync(store, server, testIdentity('driver'), { offers: 0 });
  const saved = await store.mutate(delivered('in the snow'), 'tap');
  expect(saved).toMatchObject({ ok: true, value: { firstRowId: DELIVERY } });
  const answering = testIdentity('technicalSupport');

  // The answer that brings the new role was under way before the record was offered.
  await sync(store, server, answering, { offers: 0 });
  expect((await store.identity())?.role).toBe('technicalSupport');
  expect(await store.database.delivery.get(DELIVERY)).toMatchObject({ body: { note: 'in the snow' } });
  expect(await standing(store)).toMatchObject({ state: 'onPhone' });

  await sync(store, server, answering, { offers: 2 });
  expect(await store.database.delivery.get(DELIVERY)).toBeUndefined();
  expect(await standing(store)).toMatchObject({ state: 'rejected', code: 'notAllowed' });
});

/** What the list of unsent records says of the delivery. */
async function standing(store: PhoneStore): Promise<unknown> {
  return (await unsent(store)).find(({ name }) => name === 'deliveryRecord');
}

async function sync(
  store: PhoneStore,
  server: ModelServer,
  identity: Identity,
  { offers }: { offers: number },
): Promise<void> {
  const position = await readPosition(store.database);
  const first = firstToOffer(position);
  const records = await store.database.log.where('number').aboveOrEqual(first.number).limit(offers).toArray();
  const entries = offers === 0 ? [] : records.map(recordToBytes);
  const { epoch, cursor, scope } = position;
  const asked = { asked: [], identity, epoch, cursor, scope, firstNumber: first.number, entries };
  const answer = server.answer({ ...asked, wantsOwnRows: asksOwnRows(position) });
  const headHash = chainHead(sha256, first.previousHash, entries);
  const offered = entries.length === 0 ? null : { through: first.number + entries.length - 1, headHash };
  const applied = await applyAnswer(store, { ...answer, asked: { epoch, cursor, offered }, identity });
  expect(applied.type).toBe('applied');
}
