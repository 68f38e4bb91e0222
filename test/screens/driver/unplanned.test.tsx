import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import type { Day } from '#domain/scalars.ts';
import { SAVE_LIMIT_MS } from '#store/save.ts';

import {
  deliveriesOf,
  driverPhone,
  holdTheStorage,
  openAt,
  row,
  RUN,
  runRow,
  STATION,
  TEA,
  TODAY,
  units,
} from '../support/driver-phone.tsx';

afterEach(cleanup);

const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));

test('an unplanned delivery is three taps: the place, the item with its usual amount, delivered', async () => {
  const phone = await driverPhone(runRow());
  await openAt('/unplanned', phone);
  await press(/Bus station/);
  await press('Tea');
  await screen.findByText('Counts with the run “Lunch”.');
  await press(/Delivered 2.5\slitres/);
  await screen.findByText('Delivered 2.5 litres · On this phone');
  expect(await deliveriesOf(phone)).toMatchObject([
    {
      // It comes out of the car of the run that is under way.
      run: RUN,
      stop: null,
      checkpoint: STATION,
      on: TODAY,
      // 17:00 by the branch's clock is after lunch.
      window: null,
      lines: [{ item: TEA, count: units(2.5) }],
      how: 'atStop',
    },
  ]);
});

test('between runs it belongs to none', async () => {
  const phone = await driverPhone(runRow({ status: 'underWay', on: '2026-01-12' as Day }));
  await openAt('/unplanned', phone);
  await press(/Bus station/);
  await press('Tea');
  await press(/Delivered/);
  await screen.findByText(/· On this phone$/);
  expect(await deliveriesOf(phone)).toMatchObject([{ run: null, checkpoint: STATION }]);
});

test('a second tap on Delivered records nothing more', async () => {
  const phone = await driverPhone(runRow());
  await openAt('/unplanned', phone);
  await press(/Bus station/);
  await press('Tea');
  const button = await screen.findByRole('button', { name: /Delivered/ });
  fireEvent.click(button);
  fireEvent.click(button);
  await screen.findByText(/· On this phone$/);
  expect(await deliveriesOf(phone)).toHaveLength(1);
});

test('it stays to be seen, and can be taken back later', async () => {
  const phone = await driverPhone(runRow());
  await openAt('/unplanned', phone);
  fireEvent.change(await screen.findByLabelText('Name or number of the place'), { target: { value: '7' } });
  await press(/Bus station/);
  await press('Tea');
  await press(/Delivered/);
  await screen.findByText(/· On this phone$/);
  await openAt('/', phone);
  fireEvent.click(await screen.findByText(/^Bus station/));
  await press('It did not happen');
  await screen.findByText('Taken back');
  expect((await deliveriesOf(phone))[0]?.corrections).toHaveLength(1);
});

test('of two runs under way nobody can tell which car it is out of; afterwards the first screen is there again', async () => {
  const phone = await driverPhone(runRow(), { ...runRow(), id: row(50) });
  await openAt('/unplanned', phone);
  await press(/Bus station/);
  await press('Tea');
  await press(/Delivered/);
  await screen.findByRole('heading', { name: 'My runs' });
  expect(await deliveriesOf(phone)).toMatchObject([{ run: null, checkpoint: STATION }]);
});

test('while it is not known to be saved nothing can be changed, and trying again records it once', async () => {
  const phone = await driverPhone(runRow());
  await openAt('/unplanned', phone);
  await press(/Bus station/);
  await press('Tea');
  await screen.findByRole('button', { name: /^Delivered/ });
  const release = await holdTheStorage(phone);
  await press(/^Delivered/);
  phone.time.advance(SAVE_LIMIT_MS);
  await screen.findByText('Not known to be saved');
  expect(screen.queryByRole('button', { name: /^Delivered/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'Less: Tea' }).closest('[inert]')).not.toBeNull();
  await release();
  await press('Try again');
  await screen.findByText(/· On this phone$/);
  expect(await deliveriesOf(phone)).toHaveLength(1);
});

test('what was begun is there again after the app was closed, and gone once it is recorded', async () => {
  const phone = await driverPhone(runRow());
  await openAt('/unplanned', phone);
  await press(/Bus station/);
  await press('Tea');
  await screen.findByRole('button', { name: /Delivered 2.5\slitres/ });
  await openAt('/unplanned', phone);
  await press(/Delivered 2.5\slitres/);
  await screen.findByText(/^Delivered 2.5.litres · On this phone$/);
  await openAt('/unplanned', phone);
  await screen.findByRole('button', { name: /Bus station/ });
  expect(screen.queryByRole('button', { name: /Delivered/ })).toBeNull();
});
