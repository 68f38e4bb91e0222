import 'fake-indexeddb/auto';

import { audiencesOf } from '#domain/audiences.ts';
import type { EnrolledRole } from '#domain/people.ts';
import { kinds, rowKeyText, type Row } from '#domain/rows.ts';
import { type BranchId, branchId, type DeviceId, deviceId, type RowId, rowId } from '#domain/scalars.ts';
import { rowTable } from '#store/database.ts';
import type { Identity } from '#store/identity.ts';
import { writeMeta } from '#store/meta.ts';
import { openPhoneStore, type PhoneStore } from '#store/phone-store.ts';
import type { StorePorts } from '#store/ports.ts';
import { FIRST_POSITION, type Position } from '#store/position.ts';
import * as v from 'valibot';

import { type ManualTime, manualTime } from './manual-timer.ts';

export const BRANCH: BranchId = v.parse(branchId, 'kokshetau');
export const DEVICE: DeviceId = v.parse(deviceId, 'aaaabbbbccccdddd');
export const MEMBER: RowId = v.parse(rowId, `${DEVICE}.1`);
export const OTHER: DeviceId = v.parse(deviceId, '1111222233334444');
export const NOON = Date.UTC(2026, 0, 15, 12);

let opened = 0;

/** Ports of a phone in a test: time stands still, the disk says yes, the marker is in memory. */
export function testPorts(time: ManualTime = manualTime(NOON), name?: string): StorePorts {
  let isMarked = false;
  opened += 1;
  return {
    name: name ?? `test-${opened}`,
    clock: time.clock,
    timer: time.timer,
    signWith: () => async () => new Uint8Array(64),
    disk: { persist: async () => true, usedBytes: async () => 1000 },
    marker: {
      isSet: async () => isMarked,
      set: async () => {
        isMarked = true;
      },
      remove: async () => {
        isMarked = false;
      },
    },
  };
}

/** An open store that nobody has enrolled yet. */
export async function emptyStore(ports: StorePorts = testPorts()): Promise<PhoneStore> {
  const store = await openPhoneStore(ports);
  if (!store.ok) throw new Error(`The test's store did not open: ${store.error.code}`);
  return store.value;
}

/** Who the phone of these tests is. */
export function testIdentity(role: EnrolledRole = 'driver'): Identity {
  return {
    organisation: '0123456789abcdef',
    branch: BRANCH,
    member: MEMBER,
    device: DEVICE,
    role,
    isWaiting: false,
    isRevoked: false,
    serverKey: new Uint8Array(65),
    credential: { statement: new Uint8Array(1), signature: new Uint8Array(64) },
    credentialExpiresAt: NOON + 1_000_000_000,
  };
}

/** A store of an enrolled phone that has pulled everything there was: these rows. */
export async function enrolledStore(
  options: {
    readonly role?: EnrolledRole;
    readonly rows?: readonly Row[];
    readonly ports?: StorePorts;
    readonly position?: Partial<Position>;
  } = {},
): Promise<PhoneStore> {
  const store = await emptyStore(options.ports);
  const position: Position = {
    ...FIRST_POSITION,
    rows: 'whole',
    epoch: '00000000000000ep',
    cursor: { number: 1, mark: '0000000000000' },
    scope: audiencesOf(BRANCH, MEMBER, options.role ?? 'driver').join(','),
    settled: [{ from: 1, to: 1 }],
    acknowledgedThrough: 1,
    acknowledgedHash: new Uint8Array(32).fill(1),
    ...options.position,
  };
  await writeMeta(store.database, 'identity', testIdentity(options.role));
  await writeMeta(store.database, 'position', position);
  await store.database.log.put({
    number: 1,
    tap: 'enrol',
    claimedAt: NOON - 1,
    branch: BRANCH,
    name: 'enrol',
    version: 1,
    args: new Uint8Array(1),
    read: [],
    wrote: [],
  });
  for (const row of options.rows ?? []) await rowTable(store.database, row.kind).put({ id: row.id, body: row.body });
  return store;
}

/** Every row of the store by key text, for comparing whole states. */
export async function allRows(store: PhoneStore): Promise<ReadonlyMap<string, unknown>> {
  const rows = new Map<string, unknown>();
  const tables = kinds.map((kind) => rowTable(store.database, kind));
  await store.database.transaction('r', tables, async () => {
    for (const [index, kind] of kinds.entries()) {
      for (const row of (await tables[index]?.toArray()) ?? []) rows.set(rowKeyText({ kind, id: row.id }), row.body);
    }
  });
  return rows;
}
