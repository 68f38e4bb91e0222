import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { deliveriesOf, driverPhone, MEAL, openAt, RUN, runRow, TEA, units } from '../support/driver-phone.tsx';

afterEach(cleanup);

const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));
const follow = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('link', { name }));

test('a problem is three taps: problem, the reason, and nothing was delivered', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  await follow('Problem');
  await press('Closed');
  await press('Nothing delivered');
  await screen.findByText('Nothing delivered · On this phone');
  expect(await deliveriesOf(phone)).toMatchObject([{ stop: 0, lines: [], reason: 'closed' }]);
  expect(await screen.findByText(/Not as planned · Nothing delivered · Closed/)).toBeDefined();
});

test('another amount is three taps, without typing', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  await follow('Other amount');
  fireEvent.click(await screen.findByRole('radio', { name: '−5' }));
  await press(/Delivered 15\sportions/);
  await screen.findByText('Delivered 15 portions · On this phone');
  expect(await deliveriesOf(phone)).toMatchObject([{ lines: [{ item: MEAL, count: units(15) }], reason: null }]);
});

test('a reason leaves an amount that was chosen before', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}/stop/1`, phone);
  await press('Less: Tea');
  await press('Refused');
  await press('Delivered Hot meal 10\u00a0portions, Tea 2\u00a0litres');
  await screen.findByText(/^Delivered Hot meal 10 portions, Tea 2 litres/);
  expect(await deliveriesOf(phone)).toMatchObject([
    {
      stop: 1,
      lines: [
        { item: MEAL, count: units(10) },
        { item: TEA, count: units(2) },
      ],
      reason: 'refused',
    },
  ]);
});

test('what was recorded wrongly is corrected, and what did not happen is taken back', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  await press(/Delivered 20\sportions/);
  await screen.findByText(/· On this phone$/);
  await openAt(`/run/${RUN}/stop/0`, phone);
  await press('Correct it');
  fireEvent.click(await screen.findByRole('radio', { name: 'Half' }));
  await press(/Delivered 10\sportions/);
  await screen.findByText('Corrected');
  await openAt(`/run/${RUN}/stop/0`, phone);
  await screen.findByText('Corrected to Hot meal 10 portions');
  await press('It did not happen');
  await screen.findByText('Taken back: it did not happen');
  const [delivery] = await deliveriesOf(phone);
  expect(delivery?.lines).toEqual([{ item: MEAL, count: units(20) }]);
  expect(delivery?.corrections).toHaveLength(2);
});

test('what was entered and not saved is there again after the app was closed behind a call', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}/stop/0`, phone);
  await press('Road blocked');
  fireEvent.change(await screen.findByLabelText('Note'), { target: { value: 'Snow on the pass' } });
  await openAt(`/run/${RUN}/stop/0`, phone);
  expect(await screen.findByDisplayValue('Snow on the pass')).toBeDefined();
  await press('Nothing delivered');
  await screen.findByText('Nothing delivered · On this phone');
  expect(await deliveriesOf(phone)).toMatchObject([{ reason: 'roadBlocked', note: 'Snow on the pass' }]);
  expect(await phone.store.database.drafts.count()).toBe(0);
});

test('a chosen file that cannot be read any more is told of, and another one can be chosen', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  await press(/Delivered 20\sportions/);
  await screen.findByText(/· On this phone$/);
  await openAt(`/run/${RUN}/stop/0`, phone);
  const gone = new File(['bread'], 'bread.jpg', { type: 'image/jpeg' });
  gone.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('NotReadableError')) });
  fireEvent.change(await screen.findByLabelText(/^Photo of the goods/), { target: { files: [gone] } });
  await screen.findByText('This phone cannot read that picture. Take a new photo.');
  expect(screen.getByLabelText(/^Photo of the goods/)).toBeDefined();
  expect(screen.queryByText('Making it small …')).toBeNull();
});
