import { assert } from '#lib/assert.ts';
import { bytesToBase32 } from '#lib/base32.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { EnrolledRole } from '#domain/people.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import { INVITE_SECRET_LENGTH } from '#protocol/enrolment.ts';
import { inviteIdOf } from '#protocol/names.ts';
import { sha256 } from '#store/sha256.ts';
import { browserDisk, browserMarker } from '#store/browser-ports.ts';
import { browserClock, browserTimer } from '#store/browser-time.ts';
import { openPhoneStore, type PhoneStore } from '#store/phone-store.ts';
import { freshness } from '#store/queries/freshness.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import { askInvite, enrol } from '#sync/enrol.ts';
import { startSync } from '#sync/engine.ts';
import type { SyncEngine } from '#sync/sync-state.ts';
import { webLock } from '#sync/lock.ts';
import { signWith, webRandom } from '#sync/web-crypto.ts';

/**
 * The product's own store and sync behind a few words, for a page without screens: what the bench times and the replay
 * drives is what the app runs.
 */
let sentBytes = 0;
const network = {
  fetch: (path: string, init: RequestInit) => {
    if (init.body instanceof Uint8Array) sentBytes += init.body.length;
    return fetch(path, init);
  },
  timer: browserTimer,
};
const DAY = '2026-01-08' as Day;
const DELIVERIES_A_RUN = 8;
const SECRET_BYTES = 8;
const INVITE_LIFE_MS = 60 * 60 * 1000;

type Weights = { readonly sent: number; readonly received: number };

let store: PhoneStore | undefined;
let sync: SyncEngine | undefined;

export const lab = {
  open: async (): Promise<void> => {
    const opened = await openPhoneStore({
      name: 'dastarkhan',
      clock: browserClock,
      timer: browserTimer,
      signWith,
      disk: browserDisk,
      marker: browserMarker,
    });
    assert(opened.ok, 'the store opens');
    store = opened.value;
  },
  enrol: async (secret: string, name: string): Promise<void> => {
    const offer = await askInvite(secret, network);
    assert(offer.ok, `the invite is good: ${JSON.stringify(offer)}`);
    const ports = { store: phone(), network, clock: browserClock, random: webRandom, lock: webLock(browserTimer) };
    const enrolled = await enrol({ secret, offer: offer.value, name, phone: null, label: 'Lab' }, ports);
    assert(enrolled.ok, `enrolled: ${JSON.stringify(enrolled)}`);
  },
  mutate: async (mutation: Mutation): Promise<RowId> => {
    const saved = await phone().mutate(mutation, crypto.randomUUID());
    assert(saved.ok, `${mutation.name} is saved: ${JSON.stringify(saved)}`);
    return saved.value.firstRowId;
  },
  /** Makes runs enough for so many deliveries; gives their ids. */
  plan: async (deliveryCount: number): Promise<readonly RowId[]> => {
    const item = await lab.mutate({ name: 'itemCreate', args: { fields: { name: 'Tea', unit: 'l' } } });
    const checkpoint = await lab.mutate(checkpointCreate());
    const stops = Array.from({ length: DELIVERIES_A_RUN }, () => ({
      checkpoint,
      lines: [{ item, count: 20_000 as Count }],
    }));
    const runs: RowId[] = [];
    for (let index = 0; index < Math.ceil(deliveryCount / DELIVERIES_A_RUN); index += 1) {
      const args = { label: '', on: DAY, window: null, kitchen: null, driver: null, stops };
      runs.push(await lab.mutate({ name: 'runPlan', args }));
    }
    plannedRuns = runs;
    plannedItem = item;
    plannedPlace = checkpoint;
    return runs;
  },
  /** Records the deliveries `from` to `to`, one awaited tap after another; gives how long each took, in ms. */
  deliver: async (from: number, to: number): Promise<readonly number[]> => {
    const took: number[] = [];
    for (let index = from; index < to; index += 1) {
      const mutation = delivery(index);
      const startedAt = performance.now();
      await phone().mutate(mutation, `tap ${index}`);
      took.push(performance.now() - startedAt);
    }
    return took;
  },
  startSync: (): void => {
    sync = startSync(phone(), {
      network,
      clock: browserClock,
      timer: browserTimer,
      random: webRandom,
      lock: webLock(browserTimer),
    });
  },
  stopSync: (): void => sync?.stop(),
  /** Resolves when the server has acknowledged everything and everything it has for us is here. */
  untilSettled: (): Promise<void> =>
    new Promise((resolve) => {
      const look = async () => {
        const { unsent } = await unsentCount(phone());
        const { rows } = await freshness(phone());
        if (unsent === 0 && rows === 'whole' && sync?.getState().type !== 'syncing') resolve();
      };
      sync?.subscribe(() => void look());
      void look();
    }),
  /** Resolves when the first page is here: there is something to show. */
  untilShown: (): Promise<void> =>
    until(async () => (await freshness(phone())).rows !== 'never' || undefined).then(() => undefined),
  /** What this page's requests and their answers have weighed on the wire, bodies as they travelled; since then, if named. */
  weigh: (before: Weights = { sent: 0, received: 0 }): Weights => {
    const answers = performance.getEntriesByType('resource') as unknown as readonly PerformanceResourceTiming[];
    const synced = answers.filter(({ name }) => name.endsWith('/api/sync'));
    const received = synced.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    return { sent: sentBytes - before.sent, received: received - before.received };
  },
  countDeliveries: (): Promise<number> => phone().database.delivery.where('body.on').equals(DAY).count(),
  /** Opens the store and sums what stands delivered on the day: the answer that a person waits for. */
  openAndSum: async (): Promise<number> => {
    await lab.open();
    const rows = await phone().database.delivery.where('body.on').equals(DAY).toArray();
    return rows.reduce((sum, row) => sum + (row.body.lines[0]?.count ?? 0), 0);
  },
  inviteOrganiser: (): Promise<string> => lab.invite('organiser'),
  invite: async (role: EnrolledRole): Promise<string> => {
    const secret = bytesToBase32(webRandom.bytes(SECRET_BYTES)).slice(0, INVITE_SECRET_LENGTH);
    const expiresAt = browserClock.now() + INVITE_LIFE_MS;
    const args = { id: inviteIdOf(sha256, secret), role, label: '', expiresAt, member: null };
    await lab.mutate({ name: 'inviteCreate', args });
    await settled();
    return secret;
  },
  /** The member of that name, as soon as the server has told of them. */
  memberCalled: (name: string): Promise<RowId> => {
    sync?.syncNow();
    return until(async () => (await phone().database.member.toArray()).find((member) => member.body.name === name)?.id);
  },
  settled: (): Promise<void> => settled(),
  unsent: async (): Promise<number> => (await unsentCount(phone())).unsent,
  /** Closes the store and opens it again, as a restart of the app does. */
  reopen: async (): Promise<void> => {
    phone().database.close();
    await lab.open();
  },
  /** Every line delivered: `place | item, unit` and its count in thousandths. */
  deliveredByPlaceAndItem: async (): Promise<readonly (readonly [string, number])[]> => {
    const { database } = phone();
    const [places, items, deliveries] = await Promise.all([
      database.checkpoint.toArray(),
      database.item.toArray(),
      database.delivery.toArray(),
    ]);
    const placeNames = new Map(places.map(({ id, body }) => [id, body.name]));
    const itemNames = new Map(items.map(({ id, body }) => [id, `${body.name}, ${body.unit}`]));
    return deliveries.flatMap(({ body }) =>
      body.lines.map(
        (line) => [`${placeNames.get(body.checkpoint)} | ${itemNames.get(line.item)}`, line.count] as const,
      ),
    );
  },
  /** Vouches for every organiser who waits. */
  confirmAll: async (): Promise<void> => {
    sync?.syncNow();
    const waiting = await until(async () => {
      const members = await phone().database.member.toArray();
      const found = members.filter((member) => member.body.status === 'waiting');
      return found.length > 0 ? found : undefined;
    });
    for (const { id } of waiting) await lab.mutate({ name: 'memberConfirm', args: { member: id } });
    await settled();
  },
  rows: async (kind: 'delivery' | 'run' | 'checkpoint' | 'item' | 'correction') =>
    phone().database.table(kind).toArray(),
};

/** Sends what was just done, and waits until the server has it. */
async function settled(): Promise<void> {
  sync?.syncNow();
  await lab.untilSettled();
}

/** Looks after each news of the sync until there is something to see. */
function until<T>(look: () => Promise<T | undefined>): Promise<T> {
  return new Promise((resolve) => {
    const again = async () => {
      const found = await look();
      if (found !== undefined) resolve(found);
    };
    sync?.subscribe(() => void again());
    void again();
  });
}

let plannedRuns: readonly RowId[] = [];
let plannedItem: RowId | undefined;
let plannedPlace: RowId | undefined;

function phone(): PhoneStore {
  assert(store !== undefined, 'open the store first');
  return store;
}

function checkpointCreate(): Mutation {
  const fields = {
    name: 'Zerendi road',
    code: '7',
    otherNames: null,
    landmark: '',
    district: '',
    phone: null,
    position: null,
  };
  return { name: 'checkpointCreate', args: { fields } };
}

function delivery(index: number): Mutation {
  const run = plannedRuns[Math.floor(index / DELIVERIES_A_RUN)] ?? null;
  assert(plannedItem !== undefined && plannedPlace !== undefined, 'plan first');
  return {
    name: 'deliveryRecord',
    args: {
      run,
      stop: index % DELIVERIES_A_RUN,
      checkpoint: plannedPlace,
      on: DAY,
      window: null,
      lines: [{ item: plannedItem, count: (20_000 + (index % 7) * 500) as Count }],
      reason: null,
      note: '',
      how: 'atStop',
    },
  };
}

export type Lab = typeof lab;
