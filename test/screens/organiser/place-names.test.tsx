import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { en } from '#i18n/print/en.ts';
import { kitchenText, placeText, type PrintShown } from '#screens/organiser/print/print-shown.ts';
import { placeRows } from '#screens/organiser/coverage/board.ts';
import { coverageStanding } from '#store/queries/coverage-standing.ts';
import { printDay } from '#store/queries/print-day.ts';
import { row, runRow, TODAY } from '../support/driver-phone.tsx';
import { openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

const [GATE, SCHOOL] = [row(60), row(61)];
const place = { landmark: '', phone: null, position: null, status: 'open' } as const;
const otherNames = { kk: null, ru: 'Восточные ворота', en: 'East gate' };
const laptopOf = () =>
  organiserLaptop(
    { kind: 'checkpoint', id: GATE, body: { ...place, name: 'Қақпа', otherNames, code: '31', district: 'East' } },
    {
      kind: 'kitchen',
      id: SCHOOL,
      body: { ...place, name: '3-мектеп', otherNames: { ...otherNames, en: 'School 3' } },
    },
    runRow({ kitchen: SCHOOL, stops: [{ checkpoint: GATE, lines: [] }], driver: null, status: 'planned' }),
  );
const EVERYTHING = { show: 'all', district: '', item: '', search: '' } as const;

test('the board calls a place as its reader does, and its search finds every name of it', async () => {
  const { store } = await laptopOf();
  const standing = await coverageStanding(store);
  const names = (search: string, language: 'kk' | 'ru') =>
    placeRows(standing, { ...EVERYTHING, search }, language).map(({ name }) => name);
  expect(names('east', 'kk')).toEqual(['Қақпа']);
  expect(names('какпа', 'ru')).toEqual(['Восточные ворота']);
  expect(names('', 'ru')).toContain('Bridge post');
});

test('paper is in the language in which it is printed', async () => {
  const { store } = await laptopOf();
  const rows = await printDay(store, TODAY);
  const shown = (language: 'kk' | 'ru'): PrintShown => ({
    rows,
    language,
    day: TODAY,
    runs: [],
    hotline: '',
    words: en,
  });
  expect(placeText(GATE, shown('ru'))).toBe('31\u00a0· Восточные ворота');
  expect(placeText(GATE, shown('kk'))).toBe('31\u00a0· Қақпа');
  expect(kitchenText(SCHOOL, shown('kk'))).toBe('3-мектеп');
});

test('who plans a run picks a place by any of its names, and a kitchen by the one that they read', async () => {
  const person = userEvent.setup();
  await openLaptopAt('/runs/new', await laptopOf());
  await screen.findByRole('option', { name: 'School 3' });
  await person.type(screen.getByLabelText(/number or name/i), 'ворота');
  await screen.findByRole('button', { name: '31 · East gate' });
});
