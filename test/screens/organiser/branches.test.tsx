import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { requirementId } from '#domain/derived-ids.ts';
import type { Row } from '#domain/rows.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { SOMEBODY } from '#domain/told-to-coordinators.ts';
import { branchMemory, keepBranches } from '#store/branch-memories.ts';
import { rowTable } from '#store/database.ts';
import { readPosition, writeMeta } from '#store/meta.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { manualTime } from '#test/store/support/manual-timer.ts';
import { enrolledStore, NOON, testIdentity, testPorts } from '#test/store/support/test-store.ts';
import {
  BRIDGE,
  CATALOGUE,
  LUNCH,
  MEAL,
  openAt,
  row,
  runRow,
  STATION,
  TODAY,
  units,
} from '../support/driver-phone.tsx';
import { delivered } from '../support/organiser-laptop.tsx';

const [HOME, ZERENDI] = ['kokshetau' as BranchId, 'zerendi' as BranchId];
const time = manualTime(NOON);
let store: PhoneStore;
afterEach(() => store.database.delete());

/** Twenty eat at the bridge and ten at the station, at lunch, one meal each. */
const needs: readonly Row[] = (
  [
    [BRIDGE, 20],
    [STATION, 10],
  ] as const
).map(([checkpoint, heads]) => ({
  kind: 'requirement',
  id: requirementId(checkpoint, LUNCH),
  body: {
    checkpoint,
    window: LUNCH,
    headcounts: Array.from({ length: 7 }, () => heads),
    perHead: [{ item: MEAL, count: units(1) }],
    priority: 'usual',
    from: null,
    until: null,
  },
}));

/** A branch as a coordinator's phone holds it. */
async function hold(branch: BranchId, name: string, rows: readonly Row[]): Promise<void> {
  const memory = await branchMemory(store, branch);
  if (memory === null) throw new Error('the memory of a branch opens');
  const own: Row = { kind: 'branch', id: branch as string as RowId, body: { name, utcOffsetMinutes: 300 } };
  const { database } = memory;
  await writeMeta(database, 'identity', { ...testIdentity('coordinator'), branch });
  await writeMeta(database, 'position', { ...(await readPosition(database)), rows: 'whole', heardAt: NOON });
  for (const { kind, id, body } of [...rows, own]) await rowTable(database, kind).put({ id, body });
}

async function open(): Promise<void> {
  await openAt('/', { time, store }, { identity: testIdentity('coordinator') });
}

test('a coordinator sees of each branch what is planned and delivered, and its gaps, with no network', async () => {
  store = await enrolledStore({ role: 'coordinator', ports: testPorts(time) });
  await keepBranches(store, [HOME, ZERENDI]);
  const catalogue = CATALOGUE.filter(({ kind }) => kind !== 'branch');
  await hold(HOME, 'Kokshetau', [...catalogue, ...needs]);
  const run = runRow({ driver: SOMEBODY, status: 'underWay', on: TODAY });
  await hold(ZERENDI, 'Zerendi', [...catalogue, ...needs, run, delivered(row(9), { window: LUNCH, member: null })]);
  await open();

  const zerendi = within(await screen.findByRole('region', { name: /Zerendi/ }));
  await zerendi.findByText('Portions: 30 needed · 30 covered · 20 delivered');
  zerendi.getByRole('heading', { name: 'Delivered of what is planned' });
  zerendi.getByText('Hot meal 20 of 30 portions');
  zerendi.getByText('No gaps.');
  const home = within(screen.getByRole('region', { name: /Kokshetau/ }));
  home.getByText('Portions: 30 needed · 0 covered · 0 delivered');
  home.getByText('Gaps: 2');
  home.getByText(/Bridge post/);
  home.getByText('Missing: Hot meal 20 portions');

  await userEvent.click(screen.getByRole('radio', { name: 'Tomorrow' }));
  await zerendi.findByText('Gaps: 2');
  zerendi.getByText('Portions: 30 needed · 0 covered · 0 delivered');
});

test('a coordinator whose phone has read nothing yet is told so, and has no screens of a branch', async () => {
  store = await enrolledStore({ role: 'coordinator', ports: testPorts(time) });
  await openAt('/people', { time, store }, { identity: testIdentity('coordinator') });
  await screen.findByText(/No branch has come to this phone yet/);
  expect(screen.queryByRole('link', { name: 'People' })).toBeNull();
});
