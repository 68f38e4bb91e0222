import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

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

test('the usual meal windows and items are there to be taken, all with one tap', async () => {
  const person = userEvent.setup();
  const laptop = await firstLaptop();
  await openLaptopAt('/items', laptop);
  const [allItems, allWindows] = await screen.findAllByRole('button', { name: 'Add all' });
  if (allItems === undefined || allWindows === undefined) throw new Error('nothing is offered');
  await person.click(allItems);
  await expect.poll(() => screen.getAllByRole('button', { name: 'Add all' })).toHaveLength(1);
  await person.click(allWindows);
  await expect.poll(() => screen.queryByRole('button', { name: 'Add all' })).toBeNull();
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
