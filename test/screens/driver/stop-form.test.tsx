import { cleanup, fireEvent, screen } from '@testing-library/react';
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
  TEA,
  units,
} from '../support/driver-phone.tsx';

afterEach(cleanup);

const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));
const note = () => screen.findByLabelText('Note');

/** Whether the first stands above the second on the screen. */
const isAbove = (first: Element, second: Element): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

test.each([
  ['#problem', true],
  ['', false],
])('who came by %s finds the reasons above the amounts: %s', async (hash, isFirst) => {
  await openAt(`/run/${RUN}/stop/0${hash}`, await driverPhone(runRow()));
  const reason = await screen.findByRole('button', { name: 'Closed' });
  expect(isAbove(reason, screen.getByRole('textbox', { name: /^Hot meal/ }))).toBe(isFirst);
});

test('a second tap on a reason takes it back, and the button says again what it will record', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}/stop/1#problem`, phone);
  await screen.findByRole('button', { name: 'Delivered as planned' });
  await press('Closed');
  await screen.findByRole('button', { name: 'Nothing delivered' });
  await press('Closed');
  fireEvent.click((await screen.findAllByRole('radio', { name: 'As planned' }))[0] ?? document.body);
  await press(/^Delivered 10/);
  await screen.findByText(/· On this phone$/);
  expect(await deliveriesOf(phone)).toMatchObject([{ reason: null, lines: [{ item: MEAL, count: units(10) }] }]);
});

test('a correction begins with what was recorded, not with the plan, and may say why', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}/stop/1`, phone);
  await press('Less: Tea');
  await press(/^Delivered Hot meal/);
  await screen.findByText(/· On this phone$/);
  await openAt(`/run/${RUN}/stop/1`, phone);
  await press('Correct it');
  await screen.findByRole('button', { name: /^Delivered Hot meal 10\sportions, Tea 2\slitres$/ });
  fireEvent.change(await note(), { target: { value: ' Counted again ' } });
  await press('Less: Hot meal');
  await press(/^Delivered Hot meal 9/);
  await screen.findByText('Corrected');
  const corrections = await phone.store.database.correction.toArray();
  expect(corrections.map(({ body }) => body)).toMatchObject([
    { note: 'Counted again', lines: [{ count: units(9) }, {}] },
  ]);
});

test('an item that was left out can be put back by a correction', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}/stop/1`, phone);
  const [, noTea] = await screen.findAllByRole('radio', { name: '0' });
  fireEvent.click(noTea ?? document.body);
  await press(/^Delivered 10/);
  await screen.findByText(/· On this phone$/);
  await openAt(`/run/${RUN}/stop/1`, phone);
  await press('Correct it');
  await press('More: Tea');
  await press(/^Delivered Hot meal 10\sportions, Tea/);
  await screen.findByText('Corrected');
});

test('why something was not as planned stays to be read at its stop; what is taken back is said', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}/stop/0#problem`, phone);
  await press('Closed');
  await press('Nothing delivered');
  await screen.findByText(/· On this phone$/);
  await openAt(`/run/${RUN}/stop/0`, phone);
  await screen.findByText('Closed');
  await press('It did not happen');
  await screen.findByText('Taken back');
});

test('while it is not known to be saved nothing can be changed, and trying again saves the very same', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}/stop/0`, phone);
  fireEvent.click(await screen.findByRole('radio', { name: '−5' }));
  const release = await holdTheStorage(phone);
  await press(/^Delivered 15/);
  phone.time.advance(SAVE_LIMIT_MS);
  await screen.findByText('Not known to be saved');
  expect(screen.queryByRole('button', { name: /^Delivered/ })).toBeNull();
  expect((await note()).closest('[inert]')).not.toBeNull();
  await release();
  await press('Try again');
  await screen.findByText('Delivered 15 portions · On this phone');
  expect(await deliveriesOf(phone)).toHaveLength(1);
});

test('a tap on the card settles what was begun on the stop’s own screen', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}/stop/0`, phone);
  fireEvent.change(await note(), { target: { value: 'At the gate' } });
  await openAt(`/run/${RUN}`, phone);
  await press(/^Delivered 20/);
  await screen.findByText(/· On this phone$/);
  expect(await phone.store.database.drafts.count()).toBe(0);
});

test('what was begun about other items than the plan has now is not taken up again', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}/stop/0`, phone);
  fireEvent.change(await note(), { target: { value: 'At the gate' } });
  const changed = runRow({ stops: [{ checkpoint: BRIDGE, lines: [{ item: TEA, count: units(5) }] }] });
  const stored = await phone.store.database.run.get(RUN);
  if (stored === undefined) throw new Error('the run is on the phone');
  await phone.store.database.run.put({ ...stored, body: changed.body });
  await openAt(`/run/${RUN}/stop/0`, phone);
  await screen.findByRole('button', { name: /^Delivered 5\slitres/ });
  expect(screen.queryByDisplayValue('At the gate')).toBeNull();
});
