import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { batchId } from '#domain/derived-ids.ts';
import { LUNCH, MEAL, row as idOf, TEA, units } from '../support/driver-phone.tsx';
import { ANNA, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

const KITCHEN = idOf(50);
const school: Row = {
  kind: 'kitchen',
  id: KITCHEN,
  body: { name: 'School 3', otherNames: null, landmark: '', phone: null, position: null, status: 'open' },
};
const row = (name: RegExp) => screen.findByRole('button', { name });

test('an organiser says for a volunteer when they are free, and from which public place they start', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(school);
  await openLaptopAt('/supply', laptop);
  await person.click(await row(/^Anna/));
  await person.selectOptions(screen.getByLabelText('Starts from'), '12 · Bridge post');
  const lunch = within(screen.getByRole('group', { name: 'Free at: Lunch' }));
  await person.click(lunch.getByRole('button', { name: 'Every day' }));
  await person.click(lunch.getByRole('button', { name: 'Sun' }));
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await row(/^Anna\s?Lunch/);
  const said = await laptop.store.database.availability.get(ANNA);
  expect(said?.body).toMatchObject({
    kitchen: null,
    weekly: [{ window: LUNCH, weekdays: [0, 1, 2, 3, 4, 5] }],
    days: [],
  });
  expect(said?.body.checkpoint).not.toBeNull();
});

test('a vehicle, with how much goes in and whether it keeps food hot', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(school);
  await openLaptopAt('/supply', laptop);
  await person.click(await row(/^New vehicle/));
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Say what to call it/);
  await person.type(screen.getByLabelText('What to call it'), 'Gazelle');
  await person.type(screen.getByLabelText('How much goes in'), '60');
  await person.click(screen.getByRole('radio', { name: 'Keeps food hot' }));
  await person.selectOptions(screen.getByLabelText('Who drives it'), 'Anna');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await row(/^Gazelle.*Anna · 60\sportions · Keeps food hot/);
  const [vehicle] = await laptop.store.database.vehicle.toArray();
  expect(vehicle?.body).toMatchObject({ capacity: { count: units(60) }, keepsHot: true, driver: ANNA, status: 'open' });
});

test('what a kitchen makes and when it is ready, and what is in the food', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(school);
  await openLaptopAt('/supply', laptop);
  await person.click(await row(/· Lunch.*Nothing was said yet/));
  await person.type(screen.getByLabelText('Ready at'), '11:30');
  await person.type(screen.getByLabelText('Hot meal, portions'), '120');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await row(/· Lunch.*Hot meal 120\sportions · ready at 11:30/);
  expect((await laptop.store.database.batch.get(batchId(KITCHEN, LUNCH, null)))?.body).toMatchObject({
    lines: [{ item: MEAL, count: units(120) }],
    readyMinute: 690,
  });
  await person.click(await row(/^Tea.*at most 4 h/));
  await person.click(screen.getByRole('radio', { name: 'Halal' }));
  await person.click(screen.getByRole('button', { name: 'Milk' }));
  await person.clear(screen.getByLabelText('Hours, kept hot'));
  await person.type(screen.getByLabelText('Hours, kept hot'), '2,5');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await row(/^Tea.*Halal · Milk · at most 2.5 h/);
  expect((await laptop.store.database.itemTraits.get(TEA))?.body).toEqual({
    halal: 'yes',
    allergens: ['milk'],
    hotHoldMinutes: 150,
    coolingMinutes: 120,
  });
});
