import { expect, test } from 'vitest';

import { rowJson } from '#protocol/row-json.ts';
import { CHAIN_START, chainHead } from '#protocol/chain.ts';
import { type Body, type Kind, rowKeyText } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { firstToOffer } from '#store/apply/acknowledge.ts';
import { isMade } from '#store/apply/own-rows.ts';
import { applyAnswer } from '#store/apply-answer.ts';
import { contextOf, type Identity } from '#store/identity.ts';
import { keyTextToKey } from '#store/known-rows.ts';
import { readPosition } from '#store/meta.ts';
import { NOTHING, type Piece, readAhead } from '#store/offer.ts';
import { readOwnLog } from '#store/own-log.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { asksOwnRows } from '#store/position.ts';
import { sha256 } from '#store/sha256.ts';
import { inSight, readDisk } from '#test/simulation/world/disk.ts';

import { type Chance, seededChance, seeds } from '../support/seeded.ts';

import { ModelServer } from './support/model-server.ts';
import { driversWork, firstRows, organisersWork, OTHER_MEMBER } from './support/random-work.ts';
import { allRows, enrolledStore, NOON, OTHER, testIdentity } from './support/test-store.ts';

type World = {
  readonly chance: Chance;
  readonly server: ModelServer;
  readonly store: PhoneStore;
  readonly identity: Identity;
  ahead: Piece;
  readonly seen: {
    saved: number;
    refused: number;
    others: number;
    lost: number;
    ownRows: number;
    /** Stretches of own rows that had been made before the answer came. */
    made: number;
    restored: number;
    asked: number;
  };
};

const STEPS = 60;
/** A world that has healed is quiet after this many rounds, or something never ends. */
const HEALING_ROUNDS = 80;

async function sync(world: World, fate: 'arrives' | 'lost'): Promise<boolean> {
  const { store, server, identity, chance } = world;
  const position = await readPosition(store.database);
  const first = firstToOffer(position);
  const piece = await pieceFrom(world, first);
  const entries = piece.slice?.entries ?? [];
  const ownLog = chance.isOneIn(3) ? null : await readOwnLog(store, piece, async (bytes) => sha256(bytes));
  if (position.wantsOwnRows) world.seen.asked += 1;
  const exceptions = await store.database.exceptions.toArray();
  const answer = server.answer({
    asked: exceptions.filter(({ status }) => status === 'deferred').map(({ number }) => number),
    identity,
    epoch: position.epoch,
    cursor: position.cursor,
    scope: position.scope,
    firstNumber: first.number,
    entries,
    wantsOwnRows: asksOwnRows(position),
  });
  const told = answer.body.page.flatMap(({ own }) => own ?? []);
  world.seen.ownRows += told.length;
  world.seen.made += told.filter((own) => isMade(ownLog?.made ?? null, own)).length;
  if (fate === 'lost') {
    world.seen.lost += 1;
    return true;
  }
  const headHash = chainHead(sha256, first.previousHash, entries);
  const offered = entries.length === 0 ? null : { through: first.number + entries.length - 1, headHash };
  // The next piece is read before this answer is laid, as it is while the server works.
  if (offered !== null)
    world.ahead = await readAhead(store, { number: offered.through + 1, previousHash: headHash }, someBytes(chance));
  const asked = { epoch: position.epoch, cursor: position.cursor, offered };
  const applied = await applyAnswer(store, { ...answer, asked, identity: null }, ownLog);
  if (applied.type !== 'applied') throw new Error(`the phone did not take an honest answer: ${applied.type}`);
  const unsent = await store.database.log
    .where('number')
    .above((await readPosition(store.database)).acknowledgedThrough)
    .count();
  return applied.isAgain || unsent > 0;
}

type First = ReturnType<typeof firstToOffer>;

/** The log from here on: as it was read before the last answer was laid, if that was a piece from here. */
async function pieceFrom(world: World, first: First): Promise<Piece> {
  const { ahead, store, chance } = world;
  world.ahead = NOTHING;
  return ahead.slice?.firstNumber === first.number ? ahead : readAhead(store, first, someBytes(chance));
}

/** Some entries' worth. */
function someBytes(chance: Chance): number {
  return 150 * (1 + chance.below(12));
}

async function step(
  world: World,
  deferring: { is: boolean },
  backups: ReturnType<ModelServer['backup']>[],
): Promise<void> {
  const { chance, server, store, identity, seen } = world;
  const roll = chance.below(100);
  if (roll < 45) {
    const work = identity.role === 'driver' ? driversWork : organisersWork;
    const rows = await inSight(diskOf(store));
    const mutation = work(chance, new Map(rows.map((row) => [rowKeyText(row), row.body])));
    if (mutation === undefined) return;
    const saved = await store.mutate(mutation, `tap-${seen.saved + seen.refused}`);
    if (saved.ok) seen.saved += 1;
    else seen.refused += 1;
  } else if (roll < 65) {
    const mutation = organisersWork(chance, server.state.rows);
    const other = { ...testIdentity('organiser'), device: OTHER, member: OTHER_MEMBER };
    seen.others += 1;
    if (mutation !== undefined) server.act(contextOf(other, 1000 + seen.others, NOON), mutation.name, mutation.args);
  } else if (roll < 95) {
    await sync(world, chance.isOneIn(5) ? 'lost' : 'arrives');
  } else if (roll < 97) {
    deferring.is = !deferring.is;
  } else if (roll < 98) {
    backups.push(server.backup());
  } else if (backups.length > 0 && seen.restored < 1) {
    const backup = backups.pop();
    if (backup !== undefined) server.restore(backup);
    seen.restored += 1;
  }
}

/** It is looked at after every step, past Dexie, which would take more time than all that is tested. */
function diskOf(store: PhoneStore): { readonly database: string } {
  return { database: store.database.name };
}

/** What a person was told is saved must be in sight, whatever the server has heard of it so far. */
async function expectDeliveriesInSight({ store, identity }: World, when: string): Promise<void> {
  const disk = await readDisk(diskOf(store));
  const refused = new Set(disk.keys('exceptions'));
  const saved = disk.values('log').filter(({ name, number }) => name === 'deliveryRecord' && !refused.has(number));
  const ids = saved.map(({ number }) => `${identity.device}.${number}` as RowId);
  expect(
    ids.filter((id) => disk.value('delivery', id) === undefined),
    when,
  ).toEqual([]);
}

async function world(seed: number, role: Identity['role']): Promise<World> {
  const chance = seededChance(seed);
  const deferring = { is: false };
  const server = new ModelServer(2 + chance.below(9), (number) => deferring.is && number % 3 === 0);
  server.seed(firstRows);
  const position = {
    rows: 'never',
    epoch: server.epoch,
    cursor: null,
    scope: null,
    acknowledgedThrough: 0,
    acknowledgedHash: CHAIN_START,
  } as const;
  const store = await enrolledStore({ role, position });
  const seen = { saved: 0, refused: 0, others: 0, lost: 0, ownRows: 0, made: 0, restored: 0, asked: 0 };
  const made = { chance, server, store, identity: testIdentity(role), ahead: NOTHING, seen };
  const backups: ReturnType<ModelServer['backup']>[] = [];
  for (let index = 0; index < STEPS; index += 1) {
    await step(made, deferring, backups);
    await expectDeliveriesInSight(made, `SEED=${seed} of ${role}, step ${index}`);
  }
  deferring.is = false;
  return made;
}

async function heal(healing: World): Promise<number> {
  for (let round = 1; round <= HEALING_ROUNDS; round += 1) if (!(await sync(healing, 'arrives'))) return round;
  throw new Error('the phone never came to rest');
}

async function shown(store: PhoneStore): Promise<Readonly<Record<string, string>>> {
  const rows = await allRows(store);
  return Object.fromEntries(
    [...rows].map(([text, body]) => [text, rowJson(keyTextToKey(text).kind, body as Body<Kind>)]),
  );
}

for (const role of ['driver', 'organiser'] as const) {
  test(`8.13 10.3 whatever happened, a healed ${role}'s phone shows the server's projection, byte for byte`, async () => {
    const total = { saved: 0, refused: 0, others: 0, lost: 0, ownRows: 0, made: 0, restored: 0, asked: 0 };
    for (const seed of seeds(25)) {
      const lived = await world(seed, role);
      await heal(lived);
      const differing = `seed ${seed} of ${role}: SEED=${seed}`;
      expect(await shown(lived.store), differing).toEqual(
        Object.fromEntries(lived.server.projectionFor(lived.identity)),
      );
      expect(await lived.store.database.shadow.count(), differing).toBe(0);
      for (const name of Object.keys(total) as (keyof typeof total)[]) total[name] += lived.seen[name];
      lived.store.database.close();
    }
    // The test was not empty: everything that it is about has happened.
    expect(
      Object.values(total).every((count) => count > 0),
      JSON.stringify(total),
    ).toBe(true);
  }, 120_000);
}
