import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { BRIDGE, type DriverPhone, driverPhone, openAt, row, RUN, runRow, units } from '../support/driver-phone.tsx';

afterEach(cleanup);

const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));
const follow = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('link', { name }));

const [THERMOS, CRATE] = [row(20), row(21)];
const returnables: readonly Row[] = [
  { kind: 'returnable', id: THERMOS, body: { name: 'Thermos', status: 'open' } },
  { kind: 'returnable', id: CRATE, body: { name: 'Crate', status: 'closed' } },
];

const countsOf = async ({ store }: DriverPhone) =>
  (await store.database.returnableCount.toArray()).map(({ body }) => body);

test('they are counted out as the run leaves, left and taken at a stop, and back at the end', async () => {
  const phone = await driverPhone(...returnables, runRow({ status: 'planned' }));
  await openAt(`/run/${RUN}`, phone);
  for (let count = 0; count < 4; count += 1) await press('More: Thermos: going along');
  await press('Loaded, off we go');
  // The run has left before that is saved, and whoever is very quick counts at a stop in between.
  await expect.poll(() => countsOf(phone)).toHaveLength(1);
  await follow('Thermoses and crates');
  await press('More: Thermos: left here');
  await press('More: Thermos: left here');
  await press('More: Thermos: taken along');
  await press('Save the count');
  await screen.findByText(/Left here: Thermos 2 · Taken along: Thermos 1/);

  await openAt(`/run/${RUN}/end`, phone);
  const section = await screen.findByRole('region', { name: 'Thermoses and crates' });
  within(section).getByText('Should be in the car: Thermos 3');
  await press('Less: Thermos: brought back');
  await press('Yes, all as planned');
  await screen.findByText('Thank you. The run is complete.');
  expect(await countsOf(phone)).toMatchObject([
    { step: 'out', stop: null, lines: [{ item: THERMOS, count: units(4) }] },
    { step: 'left', stop: 0, checkpoint: BRIDGE, lines: [{ item: THERMOS, count: units(2) }] },
    { step: 'taken', stop: 0, checkpoint: BRIDGE, lines: [{ item: THERMOS, count: units(1) }] },
    { step: 'back', stop: null, lines: [{ item: THERMOS, count: units(2) }] },
  ]);
});

test('a wrong number is counted again, and the first count stays to be seen', async () => {
  const phone = await driverPhone(...returnables, runRow());
  for (const expected of [1, 2]) {
    await openAt(`/run/${RUN}/stop/0/returnables`, phone);
    await press('More: Thermos: left here');
    await press('Save the count');
    await screen.findByText(new RegExp(`Left here: Thermos ${expected}`));
  }
  const counts = await countsOf(phone);
  expect(counts.map(({ lines }) => lines[0]?.count)).toEqual([units(1), units(2)]);
  expect(counts.map(({ insteadOf }) => insteadOf !== null)).toEqual([false, true]);
});

test('who counts nothing records nothing, and what no longer goes along is not asked', async () => {
  const phone = await driverPhone(...returnables, runRow({ status: 'planned' }));
  await openAt(`/run/${RUN}`, phone);
  await screen.findByRole('button', { name: 'More: Thermos: going along' });
  expect(screen.queryByRole('button', { name: /Crate/ })).toBeNull();
  await press('Loaded, off we go');
  await screen.findByRole('link', { name: 'Thermoses and crates' });
  expect(await countsOf(phone)).toEqual([]);
});

test('a branch without any is asked nothing', async () => {
  await openAt(`/run/${RUN}`, await driverPhone(runRow()));
  await screen.findByRole('button', { name: /^Delivered 20/ });
  expect(screen.queryByText('Thermoses and crates')).toBeNull();
});
