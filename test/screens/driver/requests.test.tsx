import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { NOON } from '#test/store/support/test-store.ts';
import { BRIDGE, type DriverPhone, driverPhone, openAt, row, RUN, runRow } from '../support/driver-phone.tsx';

afterEach(cleanup);

const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));
const requestsOf = async ({ store }: DriverPhone) => (await store.database.request.toArray()).map(({ body }) => body);
const asked = (body: Partial<Extract<Row, { kind: 'request' }>['body']>): Row => ({
  kind: 'request',
  id: row(70),
  body: {
    checkpoint: BRIDGE,
    what: 'stove',
    count: 1,
    note: '',
    raisedAt: NOON,
    status: 'open',
    promisedBy: null,
    ...body,
  },
});

test('what is missing at a stop is asked for in two taps, with no network, and can be taken back', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}/stop/0`, phone);
  fireEvent.click(await screen.findByRole('link', { name: 'Ask for something' }));
  await press('Power bank');
  await press('Ask: Power bank');
  await screen.findByText('Asked: Power bank · On this phone');
  expect(await requestsOf(phone)).toMatchObject([{ checkpoint: BRIDGE, what: 'power', count: 1, status: 'open' }]);
  await press('Take it back');
  await screen.findByText('Taken back');
  expect(await requestsOf(phone)).toMatchObject([{ status: 'withdrawn' }]);
});

test('more than one is counted up, and a road is not counted', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}/stop/0/request`, phone);
  await press('Clear the road');
  expect(screen.queryByRole('button', { name: 'More: Clear the road' })).toBeNull();
  await press('Stove');
  await press('More: Stove');
  await press('Ask: Stove × 2');
  await screen.findByText('Asked: Stove × 2 · On this phone');
  expect(await requestsOf(phone)).toMatchObject([{ what: 'stove', count: 2 }]);
});

test('what somebody else asked for here is shown with who promised it, and is not the driver’s to take back', async () => {
  await openAt(`/run/${RUN}/stop/0`, await driverPhone(runRow(), asked({ status: 'promised', promisedBy: 'Kuat' })));
  await screen.findByText('Promised: Kuat');
  expect(screen.queryByRole('button', { name: 'Take it back' })).toBeNull();
});
