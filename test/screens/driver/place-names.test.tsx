import { cleanup, fireEvent, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { deliveriesOf, driverPhone, MEAL, openAt, row, runRow, units } from '../support/driver-phone.tsx';

afterEach(cleanup);

const [GATE, DEPOT, SCHOOL] = [row(60), row(61), row(62)];
const inEnglish = (en: string) => ({ kk: null, ru: null, en });
const place = { landmark: '', district: '', phone: '+7 716 200 00 02', position: null, status: 'open' } as const;

/** A gate that is named in English, a depot that has only the name that everybody knows, a kitchen in both. */
const PLACES: readonly Row[] = [
  { kind: 'checkpoint', id: GATE, body: { ...place, name: 'Қақпа', code: '31', otherNames: inEnglish('East gate') } },
  { kind: 'checkpoint', id: DEPOT, body: { ...place, name: 'Депо', code: '32', otherNames: null } },
  {
    kind: 'kitchen',
    id: SCHOOL,
    body: {
      name: '3-мектеп',
      otherNames: inEnglish('School 3'),
      landmark: '',
      phone: '101',
      position: null,
      status: 'open',
    },
  },
];
const run = (body: Parameters<typeof runRow>[0] = {}) =>
  runRow({
    kitchen: SCHOOL,
    stops: [GATE, DEPOT].map((checkpoint) => ({ checkpoint, lines: [{ item: MEAL, count: units(20) }] })),
    ...body,
  });

test('a run is read in the driver’s language: its kitchen, its stops, their numbers; what has one name keeps it', async () => {
  const phone = await driverPhone(...PLACES, run({ status: 'planned' }));
  await openAt(`/run/${run().id}`, phone);
  await screen.findByText('Load at: School 3');
  screen.getByText('1. East gate');
  screen.getByText('2. Депо');
  screen.getByText('Kitchen: School 3');
  // On the card of the next stop, and beside its number.
  expect(screen.getAllByText('East gate')).toHaveLength(2);
  expect(screen.queryByText(/Қақпа|3-мектеп/)).toBeNull();
});

test('the next stop, its own page and the record of it say the name that the driver reads', async () => {
  const phone = await driverPhone(...PLACES, run());
  await openAt(`/run/${run().id}`, phone);
  await screen.findByRole('heading', { name: 'East gate' });
  await openAt(`/run/${run().id}/stop/0`, phone);
  await screen.findByRole('heading', { name: 'East gate' });
  fireEvent.click(await screen.findByRole('button', { name: /Delivered 20/ }));
  await screen.findByText(/· On this phone$/);
  await openAt('/unsent', phone);
  await screen.findByText(/East gate/);
});

test('an unplanned delivery finds a place by any of its names, and shows the one that the driver reads', async () => {
  const person = userEvent.setup();
  const phone = await driverPhone(...PLACES);
  await openAt('/unplanned', phone);
  await screen.findByRole('button', { name: /East gate/ });
  screen.getByRole('button', { name: /Депо/ });
  await person.type(screen.getByRole('textbox'), 'какпа');
  fireEvent.click(await screen.findByRole('button', { name: /East gate/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Hot meal' }));
  fireEvent.click(await screen.findByRole('button', { name: /^Delivered/ }));
  await screen.findByText(/· On this phone$/);
  expect(await deliveriesOf(phone)).toMatchObject([{ checkpoint: GATE }]);
});
