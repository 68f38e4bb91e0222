import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import type { Count } from '#domain/scalars.ts';

import { BRIDGE, LUNCH, MEAL, row, RUN, STATION, runRow, TODAY } from '../support/driver-phone.tsx';
import { ANNA, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

const VAN: Row = {
  kind: 'vehicle',
  id: row(60),
  body: {
    name: 'Gazelle',
    registration: '123 ABC 03',
    capacity: { count: 60_000 as Count, unit: 'portions' },
    keepsHot: true,
    driver: ANNA,
    status: 'open',
  },
};
const NORTH = runRow({ label: 'North', driver: ANNA, status: 'planned' });

test('Today leads to the sheets of its runs: driver, car, amounts and the picture that opens the run', async () => {
  const laptop = await organiserLaptop(NORTH, VAN);
  await openLaptopAt('/today', laptop);
  await userEvent.click(await screen.findByRole('link', { name: 'Print the sheets' }));
  await userEvent.click(await screen.findByRole('radio', { name: 'Run sheets' }));
  const sheet = within((await screen.findAllByRole('article'))[0] ?? document.body);
  sheet.getByRole('heading', { name: 'North' });
  sheet.getByText('Anna');
  sheet.getByText('Gazelle, 123 ABC 03');
  sheet.getByRole('img', { name: 'QR picture that opens the run North' });
  const stop = within(sheet.getByRole('row', { name: /^2 Bus station/ }));
  stop.getByText('2.5');
});

test('the morning is a list for the kitchen, one for the cars, and a sheet for each run', async () => {
  await openLaptopAt(`/print?on=${TODAY}`, await organiserLaptop(NORTH, VAN));
  const sheets = await screen.findAllByRole('article');
  expect(sheets).toHaveLength(3);
  expect(
    sheets.map((sheet) => within(sheet).getAllByText(/^(?:Kitchen list|Loading list|Run sheet)$/)[0]?.textContent),
  ).toEqual(['Kitchen list', 'Loading list', 'Run sheet']);
});

test('the telephone on the sheets is asked once, and stands on them the next morning', async () => {
  const laptop = await organiserLaptop(NORTH);
  await openLaptopAt('/print', laptop);
  await userEvent.type(await screen.findByLabelText('Telephone on the sheets'), '+7 701 1');
  await openLaptopAt('/print', laptop);
  expect((await screen.findAllByText('+7 701 1')).length).toBeGreaterThan(0);
});

test('unless somebody says another, it is the hotline that notices tell of', async () => {
  const texts = [{ language: 'en' as const, title: 'Branch', text: '' }];
  const said = { texts, phone: '+7 716 2 25', chats: [], until: null, isPinned: true, status: 'open' } as const;
  const hotline: Row = { kind: 'notice', id: row(61), body: { topic: 'hotline', ...said, chats: [], affects: null } };
  await openLaptopAt('/print', await organiserLaptop(NORTH, hotline));
  expect((await screen.findAllByText('+7 716 2 25')).length).toBeGreaterThan(0);
});

test('the poster says who covers what, and where nobody comes', async () => {
  const now = { headcount: 20, perHead: [{ item: MEAL, count: 1_000 as Count }], priority: 'usual' as const };
  const needs = [BRIDGE, STATION].map((checkpoint, index): Row => ({
    kind: 'dayRequirement',
    id: row(70 + index),
    body: { checkpoint, window: LUNCH, on: TODAY, ...now },
  }));
  await openLaptopAt(`/print?on=${TODAY}&what=poster`, await organiserLaptop(NORTH, ...needs));
  const poster = within(await screen.findByRole('article'));
  expect((await poster.findByRole('row', { name: /^12 ?Bridge post/ })).textContent).toMatch(/20 of 20.*Anna/);
  expect(poster.getByRole('row', { name: /^7 ?Bus station/ }).textContent).toMatch(/10 of 20Not enough/);
  poster.getByText('1 gap');
});

test('a cancelled run has no sheet; a day without runs says so, and blank sheets can be had all the same', async () => {
  await openLaptopAt('/print', await organiserLaptop(runRow({ status: 'cancelled' })));
  await screen.findByText('No runs to print');
  expect(screen.queryByRole('button', { name: 'Print' })).toBeNull();
  await userEvent.click(screen.getByRole('radio', { name: 'Blank sheets' }));
  await screen.findByText('Room for a stamp');
  screen.getByRole('button', { name: 'Print' });
});

test('an organiser who scans a driver’s sheet gets the run as organisers see it', async () => {
  await openLaptopAt(`/run/${RUN}`, await organiserLaptop(NORTH));
  await screen.findByRole('heading', { name: 'North' });
  await screen.findByRole('heading', { name: 'Stops of the run' });
});
