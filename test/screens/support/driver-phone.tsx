import { act, cleanup, configure, render } from '@testing-library/react';
import { Suspense, useState, type ReactElement } from 'react';
import type { Row } from '#domain/rows.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import { areas } from '#i18n/load-words.ts';
import { AppRoutes, prepareOrganiser, prepareRequests, prepareRest, prepareRunMap } from '#app/routes.tsx';
import { AfterActHost } from '#screens/common/after-act.tsx';
import { memoryAddressBar } from '#screens/common/address-bar.ts';
import { ClientProvider } from '#screens/common/client.tsx';
import { Router } from '#screens/common/router.tsx';
import { SettingsProvider } from '#screens/common/settings.tsx';
import { prepareWords } from '#screens/common/words.ts';
import type { Identity } from '#store/identity.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import type { SyncEngine, SyncState } from '#sync/sync-state.ts';
import { type ManualTime, manualTime } from '#test/store/support/manual-timer.ts';
import { BRANCH, enrolledStore, MEMBER, NOON, OTHER, testIdentity, testPorts } from '#test/store/support/test-store.ts';

// A machine that does other work besides needs longer than a second for what a phone does at once.
configure({ asyncUtilTimeout: 8_000 });

export const row = (number: number): RowId => `${OTHER}.${number}` as RowId;
export const units = (count: number): Count => (count * 1_000) as Count;
export const TODAY = '2026-01-15' as Day;
export const [BRIDGE, STATION, MEAL, TEA, LUNCH, RUN] = [row(2), row(3), row(4), row(5), row(6), row(7)];

const place = (id: RowId, name: string, code: string): Row => ({
  kind: 'checkpoint',
  id,
  body: { name, code, otherNames: null, landmark: '', district: '', phone: null, position: null, status: 'open' },
});
const item = (id: RowId, name: string, unit: string): Row => ({
  kind: 'item',
  id,
  body: { name, unit, status: 'open' },
});

/** What a driver's phone has pulled: two places, two items, a window. */
export const CATALOGUE: readonly Row[] = [
  { kind: 'branch', id: BRANCH as string as RowId, body: { name: 'Kokshetau', utcOffsetMinutes: 300 } },
  place(BRIDGE, 'Bridge post', '12'),
  place(STATION, 'Bus station', '7'),
  item(MEAL, 'Hot meal', 'portions'),
  item(TEA, 'Tea', 'litres'),
  { kind: 'mealWindow', id: LUNCH, body: { name: 'Lunch', startMinute: 720, endMinute: 840, status: 'open' } },
];

type RunRow = Extract<Row, { kind: 'run' }>;

/** Two stops: 20 hot meals to the bridge, 10 and 2.5 litres of tea to the bus station. */
export function runRow(body: Partial<RunRow['body']> = {}): RunRow {
  return {
    kind: 'run',
    id: RUN,
    body: {
      label: '',
      on: TODAY,
      window: LUNCH,
      kitchen: null,
      driver: MEMBER,
      answer: 'accepted',
      stops: [
        { checkpoint: BRIDGE, lines: [{ item: MEAL, count: units(20) }] },
        {
          checkpoint: STATION,
          lines: [
            { item: MEAL, count: units(10) },
            { item: TEA, count: units(2.5) },
          ],
        },
      ],
      loaded: [],
      status: 'underWay',
      reason: '',
      importedFrom: null,
      hasLeftPhone: false,
      ...body,
    },
  };
}

/** Somebody else of the branch. */
export const OTHER_MEMBER = row(90);

export type DriverPhone = { readonly store: PhoneStore; readonly time: ManualTime };

/** A driver's phone with these rows besides the catalogue. */
export async function driverPhone(...rows: readonly Row[]): Promise<DriverPhone> {
  const time = manualTime(NOON);
  return { time, store: await enrolledStore({ rows: [...CATALOGUE, ...rows], ports: testPorts(time) }) };
}

/** Shows the app of an enrolled phone at an address. The sync stands still: these tests are about a phone alone. */
export async function openAt(
  path: string,
  phone: DriverPhone,
  options: { readonly identity?: Identity } = {},
): Promise<void> {
  cleanup();
  await prepareWords('en', areas);
  // What comes late to a phone is here before a test begins: how it comes has tests of its own.
  await Promise.all([
    prepareRest(),
    prepareRequests(),
    prepareRunMap(),
    ['organiser', 'coordinator'].includes(options.identity?.role ?? '') ? prepareOrganiser() : undefined,
  ]);
  const app = (
    <SettingsProvider initial={{ theme: 'dark', textSize: 100, language: 'en' }}>
      <Suspense fallback={null}>
        <Inside phone={phone} path={path} identity={options.identity ?? testIdentity()} />
      </Suspense>
    </SettingsProvider>
  );
  // Awaited, since words that the test did not name come a moment later.
  await act(async () => void render(app));
}

type InsideProps = { readonly phone: DriverPhone; readonly path: string; readonly identity: Identity };

function Inside({ phone, path, identity }: InsideProps): ReactElement {
  const [bar] = useState(() => memoryAddressBar(path));
  return (
    <ClientProvider store={phone.store} sync={STILL} identity={identity}>
      <Router bar={bar}>
        <AppRoutes />
      </Router>
      <AfterActHost />
    </ClientProvider>
  );
}

const IDLE: SyncState = { type: 'idle', lastHeardAt: null, trouble: null, nextTryAt: null };
const nothing = (): void => undefined;
export const STILL: SyncEngine = {
  subscribe: () => nothing,
  getState: () => IDLE,
  syncNow: nothing,
  stop: nothing,
};

/** Every delivery on the phone, in the order of its making. */
export async function deliveriesOf({ store }: DriverPhone) {
  const rows = await store.database.delivery.toArray();
  return rows.map(({ body }) => body).toSorted((a, b) => a.recordedAt - b.recordedAt);
}

/** A window that is suspended in the middle of a write: IndexedDB lets nobody else in until it goes on. */
export async function holdTheStorage({ store }: DriverPhone): Promise<() => Promise<void>> {
  let isHeld = true;
  const transaction = store.database.backendDB().transaction(['log', 'delivery'], 'readwrite');
  const gone = new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve();
  });
  await new Promise<void>((resolve) => {
    const again = (): void => {
      resolve();
      if (isHeld) transaction.objectStore('log').count().onsuccess = again;
    };
    again();
  });
  return async () => {
    isHeld = false;
    await gone;
  };
}
