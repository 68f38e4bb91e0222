import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { deliveriesOf, driverPhone, openAt, runRow, STATION, TEA, TODAY, units } from '../support/driver-phone.tsx';

afterEach(cleanup);

const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));

test('an unplanned delivery is three taps: the place, the item with its usual amount, delivered', async () => {
  const phone = await driverPhone(runRow());
  await openAt('/unplanned', phone);
  await press(/Bus station/);
  await press('Tea');
  await press(/Delivered 2.5\slitres/);
  await screen.findByText('Delivered 2.5 litres · On this phone');
  expect(await deliveriesOf(phone)).toMatchObject([
    {
      run: null,
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
