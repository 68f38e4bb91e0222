import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import type { Mutation } from '#domain/mutators.ts';
import type { VehicleBody } from '#domain/supply.ts';
import { readPosition, writeMeta } from '#store/meta.ts';
import { type DriverPhone, row, RUN, runRow, units } from '../support/driver-phone.tsx';
import { ANNA, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

const THEIRS = row(70);
const [atBridge, atStation] = runRow().body.stops;

/** The server has refused what this laptop said, and holds something else. */
async function refusedLaptop(laptop: DriverPhone, mutation: Mutation): Promise<DriverPhone['store']['database']> {
  const saved = await laptop.store.mutate(mutation, 'a tap');
  if (!saved.ok) throw new Error('the phone saves it');
  const { database } = laptop.store;
  const { number } = saved.value;
  await writeMeta(database, 'position', { ...(await readPosition(database)), acknowledgedThrough: number });
  await database.exceptions.put({ number, status: 'rejected', code: 'changedMeanwhile', isSeen: false });
  return database;
}

test('stops that two organisers moved: both versions are read, and one tap takes mine', async () => {
  if (atBridge === undefined || atStation === undefined) throw new Error('the run goes to two places');
  const laptop = await organiserLaptop(runRow({ status: 'planned', driver: null }));
  const args = { from: RUN, stops: [atBridge], into: null, label: 'North', driver: ANNA, reason: '' };
  const database = await refusedLaptop(laptop, { name: 'stopsMove', args });
  await database.run.clear();
  const theirs = runRow({ status: 'planned', driver: null, label: 'South', stops: [atBridge] }).body;
  await database.run.bulkPut([
    { id: RUN, body: runRow({ status: 'planned', driver: null, stops: [atStation] }).body },
    { id: THEIRS, body: theirs },
  ]);
  await openLaptopAt('/unsent', laptop);
  const card = within(await screen.findByRole('article'));
  card.getByText('Another organiser changed this meanwhile');
  await card.findByText(/^North · Anna: 12 · Bridge post Hot meal 20\sportions$/);
  card.getByText(/^South · .*: 12 · Bridge post Hot meal 20\sportions$/);
  await userEvent.click(card.getByRole('button', { name: 'Take mine' }));
  await waitFor(() => expect(screen.queryByText('Another organiser changed this meanwhile')).toBeNull());
  const runs = (await database.run.toArray()).map(({ body }) => body);
  expect(runs.find(({ label }) => label === 'South')?.status).toBe('cancelled');
  expect(runs.find(({ label }) => label === 'North')).toMatchObject({ driver: ANNA, stops: [atBridge] });
});

test('a car that somebody closed while another changed it: both versions, and it stays closed where that is wanted', async () => {
  const van: VehicleBody = {
    name: 'Gazelle',
    registration: '123 ABC 03',
    capacity: { count: units(60), unit: 'portions' },
    keepsHot: true,
    driver: null,
    status: 'open',
  };
  const laptop = await organiserLaptop({ kind: 'vehicle', id: THEIRS, body: van });
  const { status: _open, ...fields } = van;
  const args = { id: THEIRS, was: van, now: { ...fields, driver: ANNA } };
  const database = await refusedLaptop(laptop, { name: 'vehicleAmend', args });
  await database.vehicle.put({ id: THEIRS, body: { ...van, status: 'closed' } });
  await openLaptopAt('/unsent', laptop);
  const card = within(await screen.findByRole('article'));
  await card.findByText(/^Gazelle · 123 ABC 03 · 60\sportions · Keeps food hot · Anna$/);
  card.getByText(/^Gazelle .* · Whoever comes · It is not used any more$/);
  // Somebody else does what this laptop wanted: nothing is left to choose.
  await database.vehicle.put({ id: THEIRS, body: { ...van, driver: ANNA } });
  await card.findByRole('button', { name: 'I have seen it' });
  expect(card.queryByRole('button', { name: 'Take mine' })).toBeNull();
  await database.vehicle.put({ id: THEIRS, body: { ...van, status: 'closed' } });
  await userEvent.click(await card.findByRole('button', { name: 'Leave it as it is' }));
  await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
  expect((await database.vehicle.get(THEIRS))?.body.status).toBe('closed');
});
