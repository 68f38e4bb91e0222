import { toBytes } from '#protocol/canonical.ts';
import { mutatorOf } from '#domain/mutators.ts';
import type { Mutation } from '#domain/mutators.ts';
import { TODAY } from '#test/support/test-plan.ts';

import { readDisk } from './disk.ts';
import type { FaultKind } from './fault-kinds.ts';
import { deviceRow, press } from './people.ts';
import { openTabs, type Phone } from './phone.ts';
import type { World } from './world.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const CLOCK_JUMPS_MS = [2 * MINUTE_MS, 20 * MINUTE_MS, 3 * DAY_MS, 400 * DAY_MS];
/** How long a network is cut, or a phone is full. */
const SPANS_MS = [MINUTE_MS, 20 * MINUTE_MS, DAY_MS];

type Trouble = (world: World) => Promise<void> | void;

/** What goes wrong besides single requests, which the wire sees to. */
export const troubles: Readonly<Partial<Record<FaultKind, Trouble>>> = {
  partition: (world) => {
    const phone = somePhone(world);
    if (phone === undefined || phone.isOffline) return;
    happen(world, 'partition', phone.name);
    phone.isOffline = true;
    world.agenda.after(world.chance.oneOf(SPANS_MS) ?? 0, () => {
      phone.isOffline = false;
      world.story.tell(phone.name, 'has a network again');
    });
  },
  clockJump: ({ chance, story, ...world }) => {
    const phone = somePhone({ chance, story, ...world });
    if (phone === undefined) return;
    const jumpMs = (chance.oneOf(CLOCK_JUMPS_MS) ?? 0) * (chance.isOneIn(2) ? 1 : -1);
    phone.clockOffMs = chance.isOneIn(3) ? 0 : phone.clockOffMs + jumpMs;
    happen({ chance, story, ...world }, 'clockJump', phone.name);
  },
  phoneStorageFull: (world) => {
    const phone = somePhone(world);
    if (phone === undefined) return;
    phone.isFull = true;
    world.agenda.after(world.chance.oneOf(SPANS_MS) ?? 0, () => {
      phone.isFull = false;
    });
  },
  phoneStorageError: (world) => spoilDisk(world, 'phoneStorageError'),
  phoneCrashBeforeCommit: (world) => spoilDisk(world, 'phoneCrashBeforeCommit'),
  phoneCrashAfterCommit: (world) => spoilDisk(world, 'phoneCrashAfterCommit'),
  serverCrashBeforeCommit: ({ server, chance }) =>
    server.meet({ kind: 'serverCrashBeforeCommit', countdown: 1 + chance.below(3) }),
  serverCrashAfterCommit: ({ server, chance }) =>
    server.meet({ kind: 'serverCrashAfterCommit', countdown: 1 + chance.below(3) }),
  serverStorageError: ({ server, chance }) =>
    server.meet({ kind: 'serverStorageError', countdown: 1 + chance.below(25) }),
  clone,
  revoke,
  forgery,
  restoreTold: (world) => restore(world, 'restoreTold'),
  restoreSilent: (world) => restore(world, 'restoreSilent'),
};

function happen({ story }: World, kind: FaultKind, who: string): void {
  story.count(kind);
  story.tell(who, kind);
}

function somePhone({ phones, chance }: World): Phone | undefined {
  return chance.oneOf(phones);
}

function spoilDisk(
  { phones, chance }: World,
  kind: 'phoneStorageError' | 'phoneCrashBeforeCommit' | 'phoneCrashAfterCommit',
): void {
  const tab = chance.oneOf(phones.flatMap((phone) => openTabs(phone)));
  const most = kind === 'phoneCrashAfterCommit' ? 4 : 40;
  if (tab !== undefined) tab.disk.fault = { kind, countdown: 1 + chance.below(most) };
}

/** Somebody copies a whole phone onto another, as moving to a new phone does: two phones, one name, one log. */
async function clone(world: World): Promise<void> {
  const original = world.chance.oneOf(world.phones.filter((phone) => phone.glance !== null));
  if (original === undefined || world.phones.length > 6) return;
  const copy = await world.addPhone(`${original.name} copy ${world.phones.length}`);
  for (const table of original.eye.tables) {
    const rows: unknown[] = await table.toArray();
    const isUnnamed = ['meta', 'keys', 'drafts'].includes(table.name);
    const keys = isUnnamed ? ((await table.toCollection().primaryKeys()) as string[]) : undefined;
    await copy.eye.table(table.name).bulkPut(rows, keys);
  }
  for (const [number, saved] of original.saved) copy.saved.set(number, saved);
  for (const number of original.decided) copy.decided.add(number);
  for (const number of original.triedToDecide) copy.triedToDecide.add(number);
  Object.assign(copy, { device: original.device, glance: original.glance, isMarked: original.isMarked });
  happen(world, 'clone', original.name);
}

/** An organiser revokes a phone, one that holds unsent work if there is one. */
async function revoke(world: World): Promise<void> {
  const { phones, chance, story } = world;
  const host = phones.find((phone) => phone.glance?.identity.role === 'organiser' && openTabs(phone).length > 0);
  const [tab] = host === undefined ? [] : openTabs(host);
  const others = phones.filter((phone) => phone.device !== null && phone.device !== host?.device);
  const loaded = others.filter(
    ({ glance }) => (glance?.numbers.at(-1) ?? 0) > (glance?.position.acknowledgedThrough ?? 0),
  );
  const device = deviceOf(chance.oneOf(loaded) ?? chance.oneOf(others));
  if (host === undefined || tab === undefined || device === null) return;
  const before = host.saved.size;
  await press(host, tab, { name: 'deviceRevoke', args: { device } }, story);
  if (host.saved.size > before) happen(world, 'revoke', host.name);
}

function deviceOf(phone: Phone | undefined) {
  return phone === undefined ? null : deviceRow(phone);
}

/** A changed app writes into a driver's log what no driver may do. */
async function forgery(world: World): Promise<void> {
  const { chance, phones, agenda } = world;
  const forger = chance.oneOf(
    phones.filter(({ glance }) => glance?.identity.role === 'driver' && !glance.identity.isRevoked),
  );
  if (forger?.glance === undefined || forger.glance === null) return;
  const { identity, position } = forger.glance;
  const numbers = (await readDisk(forger)).keys('log');
  const mutation: Mutation = {
    name: 'runImport',
    args: {
      source: `forged ${agenda.now()}`,
      label: '',
      on: TODAY,
      window: null,
      stops: [{ checkpoint: identity.member, lines: [] }],
    },
  };
  const { args: shape, version } = mutatorOf(mutation.name);
  const number = Math.max((numbers.at(-1) ?? 0) + 1, position.keptFrom);
  const branch = chance.isOneIn(2) ? identity.branch : (`${identity.branch.slice(1)}x` as typeof identity.branch);
  const claimedAt = agenda.now();
  const entry = { number, claimedAt, branch, name: mutation.name, version, args: toBytes(shape, mutation.args) };
  await forger.eye.log.add({ ...entry, tap: `forged ${number}`, read: [], wrote: [] });
  forger.isTouched = true;
  happen(world, 'forgery', forger.name);
}

/** The operator brings a backup back: mostly the latest, and tells the program or copies the file behind its back. */
async function restore(world: World, kind: 'restoreTold' | 'restoreSilent'): Promise<void> {
  const { backups, chance, server } = world;
  const latest = backups.length - 1;
  const index = chance.isOneIn(4) ? chance.below(backups.length) : latest;
  const backup = backups[index];
  if (backup === undefined) return;
  backups.splice(index + 1);
  happen(world, kind, 'operator');
  await server.restore(backup, kind === 'restoreTold' ? 'told' : 'silent');
}
