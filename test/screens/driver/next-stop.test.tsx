import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { SAVE_LIMIT_MS } from '#store/save.ts';
import {
  BRIDGE,
  deliveriesOf,
  driverPhone,
  holdTheStorage,
  MEAL,
  openAt,
  RUN,
  runRow,
  units,
} from '../support/driver-phone.tsx';

afterEach(cleanup);

const deliver = () => screen.findByRole('button', { name: /Delivered 20\sportions/ });

test('one tap on the card records the delivery as planned, and the next stop comes', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  fireEvent.click(await deliver());
  await screen.findByText('Delivered 20 portions · On this phone');
  const [delivery, ...others] = await deliveriesOf(phone);
  expect(others).toEqual([]);
  expect(delivery).toMatchObject({
    run: RUN,
    stop: 0,
    checkpoint: BRIDGE,
    lines: [{ item: MEAL, count: units(20) }],
    how: 'atStop',
  });
  expect(await screen.findByRole('heading', { name: 'Bus station' })).toBeDefined();
});

test('a double tap records once, and not the next stop either', async () => {
  const phone = await driverPhone(runRow());
  await openAt('/', phone);
  const button = await deliver();
  fireEvent.click(button);
  fireEvent.click(button);
  await screen.findByText('Delivered 20 portions · On this phone');
  // The second half of a slow double tap falls on whatever lies in the same place now.
  expect(screen.queryByRole('button', { name: /^Delivered/ })).toBeNull();
  const next = await screen.findByRole('article', { name: 'Bus station' });
  // It was said on the card that was tapped: of the next stop nothing is on this phone.
  expect(within(next).queryByText('On this phone')).toBeNull();
  expect(await deliveriesOf(phone)).toHaveLength(1);
});

test('what was recorded is taken back with one tap, and its stop is open again', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  fireEvent.click(await deliver());
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText('Taken back');
  const [delivery] = await deliveriesOf(phone);
  expect(delivery?.corrections).toHaveLength(1);
  expect(await deliver()).toBeDefined();
});

test('deliveries that followed each other are taken back one after another, the newest first', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  fireEvent.click(await deliver());
  await screen.findByText('Delivered 20 portions · On this phone');
  fireEvent.click(await screen.findByRole('button', { name: 'Delivered as planned' }));
  await screen.findByText('Delivered as planned · On this phone');
  const takenBack = async () =>
    (await deliveriesOf(phone)).filter(({ corrections }) => corrections.length > 0).map(({ stop }) => stop);
  const undo = screen.getByRole('button', { name: 'Undo' });
  fireEvent.click(undo);
  // The second half of a double tap finds nothing under it.
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  await screen.findByText('Taken back');
  expect(await takenBack()).toEqual([1]);
  await screen.findByText('Delivered 20 portions · On this phone');
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('Taken back');
  expect(new Set(await takenBack())).toEqual(new Set([0, 1]));
});

test('"on this phone" is not said while it is not known, and trying again records once', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  const button = await deliver();
  const release = await holdTheStorage(phone);
  fireEvent.click(button);
  expect(screen.queryByText(/On this phone/)).toBeNull();
  phone.time.advance(SAVE_LIMIT_MS);
  await screen.findByText('Not known to be saved');
  expect(screen.queryByRole('button', { name: /^Delivered/ })).toBeNull();
  expect(screen.queryByText(/On this phone$/)).toBeNull();
  await release();
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText('Delivered 20 portions · On this phone');
  expect(await deliveriesOf(phone)).toHaveLength(1);
});

test('when taking back is not known to be saved, that is said, and not that it is done', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  fireEvent.click(await deliver());
  const undo = await screen.findByRole('button', { name: 'Undo' });
  const release = await holdTheStorage(phone);
  fireEvent.click(undo);
  phone.time.advance(SAVE_LIMIT_MS);
  await screen.findByText('Not known to be saved');
  expect(screen.queryByText('Taken back')).toBeNull();
  await release();
});
