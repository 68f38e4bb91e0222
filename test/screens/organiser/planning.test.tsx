import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { LUNCH, row, RUN, runRow, STATION, TODAY } from '../support/driver-phone.tsx';
import { ANNA, bodiesOf, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

const BOLAT = row(41);
const WEST = row(42);
const bolat: Row = {
  kind: 'member',
  id: BOLAT,
  body: { name: 'Bolat', role: 'driver', status: 'active', phone: null },
};
const freeBolat: Row = {
  kind: 'availability',
  id: BOLAT,
  body: {
    member: BOLAT,
    kitchen: null,
    checkpoint: null,
    weekly: [{ window: LUNCH, weekdays: [0, 1, 2, 3, 4, 5, 6] }],
    days: [],
  },
};
const east = (changes: Parameters<typeof runRow>[0] = {}) =>
  runRow({ label: 'East', driver: ANNA, answer: 'accepted', status: 'planned', ...changes });
const west = (): Row => ({ ...east({ label: 'West', driver: BOLAT }), id: WEST });

test('stops are put into another order, and the driver is not asked again for that; it can be taken back', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(bolat, east());
  await openLaptopAt(`/runs/${RUN}/edit`, laptop);
  await person.click(await screen.findByRole('button', { name: /Move down: 12/ }));
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('The run is changed');
  const [amended] = await bodiesOf(laptop, 'run');
  expect(amended?.stops.map(({ checkpoint }) => checkpoint)[0]).toBe(STATION);
  expect(amended).toMatchObject({ label: 'East', driver: ANNA, answer: 'accepted' });
  await person.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText(/Undone/);
  expect((await bodiesOf(laptop, 'run'))[0]?.stops).toEqual(east().body.stops);
});

test('a driver cannot go: who could is named with the reason, and what changes is said before anything does', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(bolat, freeBolat, east());
  await openLaptopAt(`/runs/${RUN}`, laptop);
  await person.click(await screen.findByRole('button', { name: 'The driver cannot go' }));
  await person.click(await screen.findByRole('button', { name: /Bolat takes the whole run · is free/ }));
  await screen.findByText('Bolat is asked.');
  expect((await bodiesOf(laptop, 'run'))[0]?.driver).toBe(ANNA);
  await person.click(screen.getByRole('button', { name: 'So be it' }));
  await screen.findByText('Bolat takes the whole run');
  expect((await bodiesOf(laptop, 'run'))[0]).toMatchObject({ driver: BOLAT, answer: 'none' });
});

test('or another run takes the stops along, and the empty one is called off', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(bolat, east(), west());
  await openLaptopAt(`/runs/${RUN}`, laptop);
  await person.click(await screen.findByRole('button', { name: 'The driver cannot go' }));
  await person.click(await screen.findByRole('button', { name: /Bolat takes these stops along/ }));
  await screen.findByText('East is called off.');
  await person.click(screen.getByRole('button', { name: 'So be it' }));
  await screen.findByText('Bolat takes these stops along');
  const runs = await bodiesOf(laptop, 'run');
  const [first, second] = ['East', 'West'].map((name) => runs.find(({ label }) => label === name));
  expect([first?.status, second?.status]).toEqual(['cancelled', 'planned']);
  expect(second?.stops[0]?.lines[0]?.count).toBe(2 * (east().body.stops[0]?.lines[0]?.count ?? 0));
});

test('a run is split: some stops go to a new run of somebody else', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(bolat, east());
  await openLaptopAt(`/runs/${RUN}`, laptop);
  await person.click(await screen.findByRole('button', { name: 'Move stops to another run' }));
  const dialog = within(await screen.findByRole('dialog'));
  await person.click(dialog.getByRole('button', { name: 'Move them' }));
  dialog.getByText('No stop is chosen yet.');
  await person.click(dialog.getByRole('button', { name: /Bus station/ }));
  await person.selectOptions(dialog.getByLabelText('Driver'), 'Bolat');
  await person.click(dialog.getByRole('button', { name: 'Move them' }));
  await screen.findByText(/Moved: 1\sstop/);
  const runs = await bodiesOf(laptop, 'run');
  expect(new Map(runs.map(({ driver, stops }) => [driver, stops.length]))).toEqual(
    new Map([
      [ANNA, 1],
      [BOLAT, 1],
    ]),
  );
});

test('a day is planned like the one before it, once', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(bolat, east());
  await openLaptopAt('/coverage?on=2026-01-16', laptop);
  await person.click(await screen.findByRole('button', { name: 'Copy runs from another day' }));
  await person.click(await screen.findByRole('button', { name: /^Copy 1\srun$/ }));
  await screen.findByText(/Copied: 1\srun/);
  const copy = (await bodiesOf(laptop, 'run')).filter(({ on }) => on !== TODAY);
  expect(copy).toMatchObject([{ on: '2026-01-16', driver: ANNA, answer: 'none' }]);
  await person.click(screen.getByRole('button', { name: 'Copy runs from another day' }));
  await screen.findByText('There is nothing on that day that is not here already.');
});
