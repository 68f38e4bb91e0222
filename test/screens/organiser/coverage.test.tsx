import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { requirementId } from '#domain/derived-ids.ts';
import type { RowId } from '#domain/scalars.ts';
import { formatDay } from '#i18n/format.ts';
import type { DriverPhone } from '../support/driver-phone.tsx';
import { BRIDGE, LUNCH, MEAL, row, RUN, runRow, STATION, TODAY, units } from '../support/driver-phone.tsx';
import { ANNA, bodiesOf, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

beforeEach(() => {
  // A laptop: there is room for a table.
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener: () => {}, removeEventListener: () => {} }));
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const BOLAT = row(41);
const bolat: Row = {
  kind: 'member',
  id: BOLAT,
  body: { name: 'Bolat', role: 'driver', status: 'active', phone: null },
};
/** So many eat at a place for lunch, a portion each. */
function need(checkpoint: RowId, headcount: number): Row {
  return {
    kind: 'requirement',
    id: requirementId(checkpoint, LUNCH),
    body: {
      checkpoint,
      window: LUNCH,
      headcounts: Array.from({ length: 7 }, () => headcount),
      perHead: [{ item: MEAL, count: units(1) }],
      priority: 'usual',
      from: null,
      until: null,
    },
  };
}
const lunchRun = () =>
  runRow({
    window: LUNCH,
    driver: ANNA,
    answer: 'accepted',
    stops: [{ checkpoint: BRIDGE, lines: [{ item: MEAL, count: units(12) }] }],
  });
const free: Row = {
  kind: 'availability',
  id: BOLAT,
  body: {
    member: BOLAT,
    kitchen: null,
    checkpoint: null,
    weekly: [{ window: LUNCH, weekdays: [0, 1, 2, 3, 4, 5, 6] }],
    days: [],
  },
};

async function board(...rows: readonly Row[]): Promise<DriverPhone> {
  const laptop = await organiserLaptop(bolat, ...rows);
  await openLaptopAt('/coverage', laptop);
  return laptop;
}
const cellOf = async (name: RegExp) => (await screen.findAllByRole('button', { name }))[0] as HTMLElement;
const rowOf = async (name: RegExp) => within(await screen.findByRole('row', { name }));

test('a cell says how many are covered, by whom, what is missing and what to look at', async () => {
  await board(need(BRIDGE, 20), need(STATION, 5), lunchRun());
  const bridge = await rowOf(/12Bridge|12 ?Bridge/);
  bridge.getByRole('button', { name: /^12 of 20, Not enough, Missing: Hot meal 8\sportions, Anna/ });
  const station = await rowOf(/Bus station/);
  station.getByRole('button', { name: '0 of 5, Nobody comes' });
});

test('the day that is shown stands in its picker as the app’s language writes it', async () => {
  await board(need(BRIDGE, 20));
  await screen.findByText(formatDay(TODAY, 'en', 'numeric'));
});

test('a week begins with the days that are in sight, and is whole a moment later; only gaps are said of all seven days at once', async () => {
  const laptop = await organiserLaptop(need(BRIDGE, 20), lunchRun());
  await openLaptopAt('/coverage?view=week', laptop);
  const columnsOf = () => Number(screen.getByRole('table').getAttribute('aria-colcount')) - 1;
  await screen.findByRole('table');
  const windows = columnsOf() / 3;
  await waitFor(() => expect(columnsOf()).toBe(7 * windows));
  cleanup();
  await openLaptopAt('/coverage?view=week&show=gaps', laptop);
  await screen.findByRole('table');
  expect(columnsOf()).toBe(7 * windows);
});

test('a gap is closed in two taps: the cell, and who is free; and taken back with one', async () => {
  const person = userEvent.setup();
  const laptop = await board(need(STATION, 5), free);
  await person.click(await cellOf(/^0 of 5, Nobody comes/));
  await person.click(await screen.findByRole('button', { name: /A new run: Bolat/ }));
  await cellOf(/^5 of 5, Covered, Bolat.*no answer yet/);
  expect(await bodiesOf(laptop, 'run')).toMatchObject([
    {
      on: TODAY,
      window: LUNCH,
      driver: BOLAT,
      stops: [{ checkpoint: STATION, lines: [{ item: MEAL, count: units(5) }] }],
    },
  ]);
  await person.click(screen.getByRole('button', { name: 'Undo' }));
  await cellOf(/^0 of 5, Nobody comes/);
  expect(await bodiesOf(laptop, 'run')).toMatchObject([{ status: 'cancelled' }]);
});

test('whoever goes there anyway takes more along', async () => {
  const person = userEvent.setup();
  const laptop = await board(need(BRIDGE, 20), lunchRun());
  await person.click(await cellOf(/^12 of 20/));
  await person.click(await screen.findByRole('button', { name: /Anna takes it along.*goes there anyway/ }));
  await cellOf(/^20 of 20, Covered, Anna/);
  expect((await laptop.store.database.run.get(RUN))?.body.stops).toEqual([
    { checkpoint: BRIDGE, lines: [{ item: MEAL, count: units(20) }] },
  ]);
});

test('by keyboard alone: arrows move, a digit begins to say how many eat there, Enter saves', async () => {
  const person = userEvent.setup();
  const laptop = await board(need(BRIDGE, 20));
  const lunch = await cellOf(/^0 of 20/);
  const cells = screen.getAllByRole('button').filter((button) => button.dataset['cell'] !== undefined);
  expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  lunch.focus();
  await person.keyboard('{ArrowUp}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Nothing needed');
  await person.keyboard('8');
  const headcount = await screen.findByLabelText<HTMLInputElement>('How many eat there');
  expect(headcount.value).toBe('8');
  await person.type(headcount, '0{Enter}');
  await cellOf(/^0 of 80, Nobody comes/);
  const said = await laptop.store.database.requirement.get(requirementId(STATION, LUNCH));
  expect(said?.body).toMatchObject({
    headcounts: [80, 80, 80, 80, 80, 80, 80],
    perHead: [{ item: MEAL, count: units(1) }],
  });
});

test('nothing is needed this time, and why; then it is needed after all', async () => {
  const person = userEvent.setup();
  await board(need(BRIDGE, 20));
  await person.click(await cellOf(/^0 of 20/));
  await person.click(await screen.findByRole('button', { name: 'Nothing is needed this time' }));
  await person.type(await screen.findByLabelText('Why?'), 'the post moved');
  await person.click(screen.getByRole('button', { name: 'Nothing is needed this time' }));
  await person.click(await cellOf(/^Nothing needed: the post moved/));
  await screen.findByText('Called off: the post moved');
  await person.click(screen.getByRole('button', { name: 'It is needed after all' }));
  await person.click(await screen.findByRole('button', { name: 'It is needed after all' }));
  await person.click(screen.getAllByRole('button', { name: 'It is needed after all' }).at(-1) as HTMLElement);
  await cellOf(/^0 of 20, Nobody comes/);
});

test('a cell tells what happened there, offline, and what this phone cannot know of it', async () => {
  const person = userEvent.setup();
  await board(need(STATION, 5), free);
  const station = await cellOf(/^0 of 5, Nobody comes/);
  station.focus();
  await person.keyboard('8{Enter}');
  await person.click(await cellOf(/^0 of 8, Nobody comes/));
  await person.click(await screen.findByRole('button', { name: /A new run: Bolat/ }));
  await person.click(await cellOf(/^8 of 8, Covered, Bolat/));
  await person.click(await screen.findByRole('button', { name: 'What happened here' }));
  await screen.findByText(/^Needed on this day/);
  const steps = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
  expect(steps.filter((text) => text.includes('Aigul'))).toEqual([
    expect.stringMatching(/Needed on this day: 8\speople: .*before: as every week/),
    expect.stringMatching(/Bus station brings Hot meal 8/),
  ]);
  screen.getByText(/This phone knows the time and the author of what was done on it/);
});

test('whoever calls off a cell takes down what sponsors are shown of it; what they are shown of another window stays', async () => {
  const person = userEvent.setup();
  const body = { item: MEAL, count: units(40), on: TODAY, district: '', status: 'open' } as const;
  const shown = (id: number, window: RowId | null): Row => ({ kind: 'need', id: row(id), body: { ...body, window } });
  const laptop = await board(need(BRIDGE, 20), shown(60, LUNCH), shown(61, row(62)));
  await person.click(await cellOf(/^0 of 20/));
  await person.click(await screen.findByRole('button', { name: 'Nothing is needed this time' }));
  await person.click(await screen.findByRole('button', { name: 'Take it down' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Take it down' })).toBeNull());
  const needs = await laptop.store.database.need.toArray();
  expect(needs.map((one) => [one.id, one.body.status])).toEqual([
    [row(60), 'closed'],
    [row(61), 'open'],
  ]);
});

test('where nobody said what is needed, the board says so first, and how; a branch without needs has no lack of gaps', async () => {
  const person = userEvent.setup();
  await board(lunchRun());
  await screen.findByText('Say first what is needed');
  expect(screen.queryByText('no gaps')).toBeNull();
  await person.click(screen.getByRole('button', { name: 'Only gaps' }));
  await waitFor(() => expect(screen.queryByRole('table')).toBeNull());
  expect(screen.queryByText('No gaps')).toBeNull();
  screen.getByRole('link', { name: 'Read it from a file' });
  await person.click(screen.getByRole('button', { name: 'Show every checkpoint' }));
  await screen.findByRole('table');
});

test('only gaps, and only a district', async () => {
  const person = userEvent.setup();
  await board(need(BRIDGE, 12), need(STATION, 5), lunchRun());
  expect(await screen.findAllByRole('rowheader')).toHaveLength(2);
  await person.click(screen.getByRole('button', { name: 'Only gaps' }));
  const shown = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  await waitFor(() => expect(shown()).toEqual(['7Bus station']));
});

test('what was done is taken back with Control Z, and done again with Control Shift Z', async () => {
  const person = userEvent.setup();
  await board(need(STATION, 5), free);
  await person.click(await cellOf(/^0 of 5, Nobody comes/));
  await person.click(await screen.findByRole('button', { name: /A new run: Bolat/ }));
  await cellOf(/^5 of 5, Covered, Bolat/);
  await person.keyboard('{Control>}z{/Control}');
  await cellOf(/^0 of 5, Nobody comes/);
  await person.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await cellOf(/^5 of 5, Covered, Bolat/);
  await screen.findByRole('button', { name: /^Undo: Bolat/ });
});
