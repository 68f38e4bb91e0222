import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { NOON } from '#test/store/support/test-store.ts';
import { BRIDGE, LUNCH, MEAL, row, runRow, STATION, TODAY, units } from '../support/driver-phone.tsx';
import { ANNA, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

const request = (number: number, promisedBy: string | null): Row => ({
  kind: 'request',
  id: row(number),
  body: {
    checkpoint: STATION,
    what: number % 2 === 0 ? 'stove' : 'fuel',
    count: 1,
    note: '',
    raisedAt: NOON,
    status: promisedBy === null ? 'open' : 'promised',
    promisedBy,
  },
});
const need: Row = {
  kind: 'dayRequirement',
  id: row(80),
  body: {
    checkpoint: BRIDGE,
    window: LUNCH,
    on: TODAY,
    headcount: 30,
    priority: 'usual',
    perHead: [{ item: MEAL, count: units(1) }],
  },
};

test('the hand-over names gaps, what is late, what is asked for and promised; who takes over signs, and it is shown', async () => {
  // At five in the afternoon lunch is over, and Anna's phone was heard five minutes ago.
  const laptop = await organiserLaptop(runRow({ driver: ANNA }), need, request(70, null), request(71, 'Kuat'));
  await openLaptopAt('/handover', laptop);
  await screen.findByText('Nobody has taken over yet');
  const part = (name: RegExp) => within(screen.getByRole('region', { name }));
  part(/Gaps of today/).getByText(/Lunch · 12\s· Bridge post/);
  part(/^Late/).getByText(/Lunch 12:00–14:00 · Anna/);
  part(/Not heard/).getByText('Nothing');
  part(/nobody has promised/).getByText(/Bus station · Stove/);
  part(/Requests promised/).getByText(/Generator fuel · Promised: Kuat/);
  fireEvent.change(screen.getByRole('textbox', { name: /For the next one/ }), { target: { value: 'Thermos at 17' } });
  fireEvent.click(screen.getByRole('button', { name: 'I take over' }));
  await screen.findByText('Taken over by Aigul, 17:00');
  await screen.findByText('Thermos at 17');
  const counts = { gaps: 1, overdue: 1, silent: 0, open: 1, promised: 1, review: 0 };
  expect((await laptop.store.database.shift.toArray()).map(({ body }) => body)).toMatchObject([{ counts }]);
});
