import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { writeMeta } from '#store/meta.ts';
import { FIRST_POSITION } from '#store/position.ts';
import type { Row } from '#domain/rows.ts';
import { NOON } from '#test/store/support/test-store.ts';
import {
  BRIDGE,
  CATALOGUE,
  deliveriesOf,
  driverPhone,
  MEAL,
  openAt,
  row,
  RUN,
  runRow,
  TEA,
  TODAY,
  units,
} from '../support/driver-phone.tsx';

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

test('all numbers of a run are within reach before anybody has taken it: the kitchen, then each place once', async () => {
  const kitchen = {
    name: 'School 3',
    otherNames: null,
    landmark: '',
    phone: '+7 716 200 00 01',
    position: null,
    status: 'open',
  } as const;
  const bridge = CATALOGUE.find(({ id }) => id === BRIDGE);
  if (bridge?.kind !== 'checkpoint') throw new Error('the bridge is a place');
  const phone = await driverPhone(
    { ...bridge, body: { ...bridge.body, phone: '8 (716) 200-00-02' } },
    { kind: 'kitchen', id: row(30), body: kitchen },
    runRow({ status: 'planned', answer: 'none', kitchen: row(30) }),
  );
  await openAt(`/run/${RUN}`, phone);
  fireEvent.click(await screen.findByText('Phone numbers (2)'));
  const links = screen.getAllByRole('link').filter((link) => link.getAttribute('href')?.startsWith('tel:') === true);
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['Kitchen: School 3+7 716 200 00 01', 'tel:+77162000001'],
    ['Bridge post8 (716) 200-00-02', 'tel:87162000002'],
  ]);
});

test('a run that passed on mid-way goes on at the next open stop, and others’ records are not mine to change', async () => {
  const theirs: Row = {
    kind: 'delivery',
    id: row(40),
    body: {
      run: RUN,
      stop: 0,
      checkpoint: BRIDGE,
      on: TODAY,
      window: null,
      lines: [{ item: MEAL, count: units(20) }],
      reason: null,
      note: '',
      how: 'told',
      recordedAt: NOON,
      member: null,
      device: null,
      flags: [],
      corrections: [],
    },
  };
  const phone = await driverPhone(runRow({ answer: 'none' }), theirs);
  await openAt(`/run/${RUN}`, phone);
  await screen.findByRole('heading', { name: 'Bus station' });
  fireEvent.click(await screen.findByRole('link', { name: /Bridge post/ }));
  await screen.findByText('told by phone');
  await screen.findByText(/Somebody else recorded this/);
  expect(screen.queryByRole('button', { name: 'Correct it' })).toBeNull();
});

test('a run that went to somebody else is no empty run', async () => {
  await openAt(`/run/${row(99)}`, await driverPhone());
  await screen.findByText(/This run is not on this phone: it is another driver’s now/);
});
