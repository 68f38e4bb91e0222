import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { BRIDGE, MEAL, row, RUN, TODAY, units } from '../support/driver-phone.tsx';
import { delivered, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

const [BAKERY, PLEDGE, WRONG] = [row(70), row(71), row(72)];

/** A bakery's twelve of the twenty meals that were brought to the bridge, and two more that nobody planned. */
const given: readonly Row[] = [
  { kind: 'sponsor', id: BAKERY, body: { name: 'Ak Nan', language: 'kk', status: 'open' } },
  {
    kind: 'pledge',
    id: PLEDGE,
    body: {
      sponsor: BAKERY,
      item: MEAL,
      count: units(15),
      from: TODAY,
      until: TODAY,
      window: null,
      district: '',
      status: 'confirmed',
      need: null,
    },
  },
  { kind: 'load', id: RUN, body: { lines: [{ pledge: PLEDGE, item: MEAL, count: units(12) }] } },
  {
    kind: 'run',
    id: RUN,
    body: {
      label: '',
      on: TODAY,
      window: null,
      kitchen: null,
      driver: null,
      answer: 'accepted',
      stops: [{ checkpoint: BRIDGE, lines: [{ item: MEAL, count: units(20) }] }],
      loaded: [],
      status: 'completed',
      reason: '',
      importedFrom: null,
      hasLeftPhone: false,
    },
  },
  delivered(row(80)),
  delivered(row(81), { run: null, stop: null, lines: [{ item: MEAL, count: units(2) }] }),
  delivered(row(82), { run: null, stop: null, corrections: [WRONG], lines: [{ item: MEAL, count: units(50) }] }),
  {
    kind: 'correction',
    id: WRONG,
    body: {
      delivery: row(82),
      deliveryMember: null,
      lines: null,
      reason: null,
      note: '',
      recordedAt: 0,
      member: null,
    },
  },
];

const cellsOf = (name: RegExp) =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent.replaceAll('\u00a0', ' '));

test('the report is a table that can be read aloud, by sponsor and by place, from the rows on this device', async () => {
  const person = userEvent.setup();
  await openLaptopAt('/sponsors/report', await organiserLaptop(...given));
  await screen.findByText(/^Delivered in all: .* 22/);
  const told = ['Hot meal', '12 portions', '15 portions', '12 portions', '0 portions', '0 portions'];
  expect(cellsOf(/^Ak Nan/)).toEqual(told);
  expect(cellsOf(/^The kitchen’s own/)).toEqual(['Hot meal', '10 portions', '–', '–', '–', '–']);
  await person.click(screen.getByRole('radio', { name: 'District' }));
  expect(screen.queryByRole('columnheader', { name: 'Promised' })).toBeNull();
  await person.click(screen.getByText('Only of one sponsor, item or district'));
  await person.selectOptions(screen.getByLabelText('Who gave'), 'Ak Nan');
  await screen.findByText(/^Delivered in all: .* 12/);
  expect(screen.getAllByRole('row')).toHaveLength(2);
  await person.clear(screen.getByLabelText('From'));
  await screen.findByText('The last day is before the first.');
  expect(screen.queryByRole('table')).toBeNull();
});

test('days of which nothing is known are said to be without a delivery, and shown by no table', async () => {
  await openLaptopAt('/sponsors/report', await organiserLaptop());
  await screen.findByText('Nothing was delivered in these days.');
  expect(screen.queryByRole('table')).toBeNull();
});
