import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { rowTable } from '#store/database.ts';
import { NOON } from '#test/store/support/test-store.ts';

import { BRIDGE, CATALOGUE, row, RUN, runRow, TODAY, units } from '../support/driver-phone.tsx';
import { bodiesOf, firstLaptop, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

test('the first organiser names the branch, and is told what a first run needs', async () => {
  const person = userEvent.setup();
  const laptop = await firstLaptop();
  await openLaptopAt('/today', laptop);
  await person.click(await screen.findByRole('button', { name: 'Start' }));
  await screen.findByText(/There is no name yet. Nothing was saved/);
  await person.type(screen.getByLabelText('Name of the branch'), 'Kokshetau');
  await person.click(screen.getByRole('button', { name: 'Start' }));
  await screen.findByRole('heading', { name: 'What a first run needs' });
  const branch = await laptop.store.database.branch.toArray();
  expect(branch.map(({ body }) => body)).toEqual([{ name: 'Kokshetau', utcOffsetMinutes: 300 }]);
});

test('the usual items and meal windows come with the branch, in the language of its organiser', async () => {
  const person = userEvent.setup();
  const laptop = await firstLaptop();
  await openLaptopAt('/today', laptop);
  await person.type(await screen.findByLabelText('Name of the branch'), 'Kokshetau');
  await person.click(screen.getByRole('button', { name: 'Start' }));
  await screen.findByRole('heading', { name: 'What a first run needs' });
  expect((await bodiesOf(laptop, 'item')).map(({ name }) => name)).toEqual(['Hot meal', 'Tea', 'Bread', 'Water']);
  expect((await bodiesOf(laptop, 'mealWindow')).map(({ name }) => name)).toEqual([
    'Breakfast',
    'Lunch',
    'Dinner',
    'Night tea',
  ]);
});

test('the usual meal windows and items are there to be taken, all with one tap', async () => {
  const person = userEvent.setup();
  const laptop = await firstLaptop();
  await openLaptopAt('/items', laptop);
  const [allItems, allWindows] = await screen.findAllByRole('button', { name: 'Add all' });
  if (allItems === undefined || allWindows === undefined) throw new Error('nothing is offered');
  await person.click(allItems);
  await expect.poll(() => screen.getAllByRole('button', { name: 'Add all' })).toHaveLength(2);
  await person.click(allWindows);
  await expect.poll(() => screen.getAllByRole('button', { name: 'Add all' })).toHaveLength(1);
  const items = await bodiesOf(laptop, 'item');
  expect(items.map(({ name, unit }) => `${name}, ${unit}`)).toEqual([
    'Hot meal, portions',
    'Tea, litres',
    'Bread, pieces',
    'Water, litres',
  ]);
  const windows = await bodiesOf(laptop, 'mealWindow');
  expect(windows.at(-1)).toMatchObject({ name: 'Night tea', startMinute: 1_380, endMinute: 1_500 });
});

test('a window that ends before it starts ends on the next day', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/items', laptop);
  await person.click(await screen.findByRole('button', { name: 'New meal window' }));
  await person.type(screen.getByLabelText('Name'), 'Supper');
  await person.type(screen.getByLabelText('From'), '22:00');
  await person.type(screen.getByLabelText('Until'), '00:30');
  await screen.findByText('until the next day');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('22:00–00:30');
  expect((await bodiesOf(laptop, 'mealWindow')).at(-1)).toMatchObject({ startMinute: 1_320, endMinute: 1_470 });
});

test('thermoses and crates are entered once, and the list says where they are', async () => {
  const person = userEvent.setup();
  const laptop = await firstLaptop();
  await openLaptopAt('/items', laptop);
  const section = await screen.findByRole('region', { name: 'Thermoses and crates' });
  await person.click(within(section).getByRole('button', { name: 'Add: Thermos' }));
  await within(section).findByText('all at home');
  const [thermos] = await laptop.store.database.returnable.toCollection().primaryKeys();
  if (thermos === undefined) throw new Error('there is a thermos');
  const counted = (id: RowId, step: 'out' | 'left', count: number, checkpoint: RowId | null): Row => ({
    kind: 'returnableCount',
    id,
    body: {
      run: RUN,
      stop: checkpoint === null ? null : 0,
      checkpoint,
      on: TODAY,
      step,
      lines: [{ item: thermos, count: units(count) }],
      insteadOf: null,
      recordedAt: NOON,
      member: null,
    },
  });
  const rows = [runRow(), counted(row(50), 'out', 4, null), counted(row(51), 'left', 3, BRIDGE)];
  for (const { kind, id, body } of [...rows, ...CATALOGUE]) {
    await rowTable(laptop.store.database, kind).put({ id, body });
  }
  await within(section).findByText('1 on the way · Bridge post: 3');
});

test('from one of the first steps the next one is a tap away', async () => {
  const person = userEvent.setup();
  const laptop = await firstLaptop();
  await openLaptopAt('/today', laptop);
  await person.type(await screen.findByLabelText('Name of the branch'), 'Kokshetau');
  await person.click(screen.getByRole('button', { name: 'Start' }));
  await screen.findByRole('heading', { name: 'What a first run needs' });
  await openLaptopAt('/items', laptop);
  await person.click(await screen.findByRole('link', { name: 'Next: Where it is loaded' }));
  await screen.findByRole('button', { name: 'New kitchen' });
  expect(screen.queryByRole('link', { name: /^Next: / })).toBeNull();
});
