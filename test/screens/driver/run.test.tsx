import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { writeMeta } from '#store/meta.ts';
import { FIRST_POSITION } from '#store/position.ts';
import { deliveriesOf, driverPhone, MEAL, openAt, row, RUN, runRow, TEA, units } from '../support/driver-phone.tsx';

afterEach(cleanup);

const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));

test('a phone that has heard nothing says so, and does not say that there is no run', async () => {
  const phone = await driverPhone();
  await writeMeta(phone.store.database, 'position', FIRST_POSITION);
  await openAt('/', phone);
  await screen.findByText('The plan is not on this phone yet');
  expect(screen.queryByText('No run for you yet')).toBeNull();
});

test('a phone that has heard all says that there is no run', async () => {
  await openAt('/', await driverPhone());
  await screen.findByText('No run for you yet');
});

test('a run is taken, loaded with less, and the rest of the way is the next stop', async () => {
  const phone = await driverPhone(runRow({ status: 'planned', answer: 'none' }));
  await openAt(`/run/${RUN}`, phone);
  await press('I take it');
  await press('Leave with less');
  await press('Less: Hot meal');
  await press('Loaded, off we go');
  await screen.findByRole('button', { name: /Delivered 20\sportions/ });
  const run = (await phone.store.database.run.get(RUN))?.body;
  expect(run).toMatchObject({
    status: 'underWay',
    answer: 'accepted',
    loaded: [
      { item: MEAL, count: units(29) },
      { item: TEA, count: units(2.5) },
    ],
  });
});

test('who cannot drive says so without a reason, and may still change their mind', async () => {
  const phone = await driverPhone(runRow({ status: 'planned', answer: 'none' }));
  await openAt('/', phone);
  await press('I can’t');
  await press('I take it after all');
  await screen.findByText('Taken');
  expect((await phone.store.database.run.get(RUN))?.body.answer).toBe('accepted');
});

test('at the end what was forgotten is recorded as remembered then, and the run is complete', async () => {
  const phone = await driverPhone(runRow({ loaded: [{ item: MEAL, count: units(32) }] }));
  await openAt(`/run/${RUN}/end`, phone);
  await screen.findByText(/2 stops without a record as planned/);
  await press('Yes, all as planned');
  await screen.findByText('Thank you. The run is complete.');
  const deliveries = await deliveriesOf(phone);
  expect(deliveries.map(({ stop, how }) => `${stop} ${how}`)).toEqual(['0 endOfRun', '1 endOfRun']);
  expect((await phone.store.database.run.get(RUN))?.body.status).toBe('completed');
  const left = await screen.findByRole('region', { name: 'Left over in the car' });
  expect(within(left).getByText('2')).toBeDefined();
});

test('a run that went to somebody else is no empty run', async () => {
  await openAt(`/run/${row(99)}`, await driverPhone());
  await screen.findByText(/This run is another driver’s now/);
});
