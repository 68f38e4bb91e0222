import type { Row } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { manualTime } from '#test/store/support/manual-timer.ts';
import {
  BRANCH,
  DEVICE,
  enrolledStore,
  MEMBER,
  NOON,
  testIdentity,
  testPorts,
} from '#test/store/support/test-store.ts';

import { BRIDGE, CATALOGUE, type DriverPhone, MEAL, openAt, row, RUN, TODAY, units } from './driver-phone.tsx';

export const ANNA = row(40);
export const ANNAS_PHONE = 'annasphone000000' as RowId;

/** The organiser at this device, and Anna, who drives and was heard five minutes ago. */
export const PEOPLE: readonly Row[] = [
  { kind: 'member', id: MEMBER, body: { name: 'Aigul', role: 'organiser', status: 'active', phone: null } },
  { kind: 'device', id: DEVICE as string as RowId, body: device(MEMBER, 'Linux, Chrome') },
  { kind: 'member', id: ANNA, body: { name: 'Anna', role: 'driver', status: 'active', phone: '+7 701 000 00 01' } },
  { kind: 'device', id: ANNAS_PHONE, body: device(ANNA, 'Android, Chrome') },
  { kind: 'contact', id: ANNAS_PHONE, body: { heardAt: NOON - 5 * 60_000, throughNumber: 3, notices: null } },
];

export function device(member: RowId, label: string) {
  return { member, label, signKey: 'A'.repeat(87), agreeKey: 'A'.repeat(87), status: 'active' as const };
}

/** What Anna brought to the bridge, for the first stop of her run. */
export function delivered(id: RowId, body: Partial<Extract<Row, { kind: 'delivery' }>['body']> = {}): Row {
  return {
    kind: 'delivery',
    id,
    body: {
      run: RUN,
      stop: 0,
      checkpoint: BRIDGE,
      on: TODAY,
      window: null,
      lines: [{ item: MEAL, count: units(20) }],
      reason: null,
      note: '',
      how: 'atStop',
      recordedAt: NOON,
      member: ANNA,
      device: null,
      flags: [],
      corrections: [],
      ...body,
    },
  };
}

/** An organiser's device with the catalogue, the people and these rows. */
export async function organiserLaptop(...rows: readonly Row[]): Promise<DriverPhone> {
  return laptopWith([...CATALOGUE, ...PEOPLE, ...rows]);
}

/** The device of a branch's first organiser: the branch has no name yet. */
export async function firstLaptop(): Promise<DriverPhone> {
  const branch: Row = { kind: 'branch', id: BRANCH as string as RowId, body: { name: '', utcOffsetMinutes: 300 } };
  return laptopWith([branch, ...PEOPLE.slice(0, 2)]);
}

async function laptopWith(rows: readonly Row[]): Promise<DriverPhone> {
  const time = manualTime(NOON);
  return { time, store: await enrolledStore({ role: 'organiser', rows, ports: testPorts(time) }) };
}

export async function openLaptopAt(path: string, laptop: DriverPhone): Promise<void> {
  await openAt(path, laptop, { identity: testIdentity('organiser') });
}

/** The bodies of one kind, in the order of their making. */
export async function bodiesOf<
  K extends 'checkpoint' | 'item' | 'mealWindow' | 'run' | 'delivery' | 'correction' | 'invite' | 'member' | 'review',
>({ store }: { readonly store: PhoneStore }, kind: K) {
  const rows = await store.database[kind].toArray();
  return rows.map(({ body }) => body as Extract<Row, { kind: K }>['body']);
}
