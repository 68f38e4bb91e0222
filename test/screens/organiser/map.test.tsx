import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import type { Position, RowId } from '#domain/scalars.ts';
import type { Row } from '#domain/rows.ts';
import { dayRequirementId } from '#domain/derived-ids.ts';
import { BRIDGE, LUNCH, MEAL, row as idOf, STATION, TODAY, units } from '../support/driver-phone.tsx';
import { openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

const KITCHEN = idOf(50);
const school: Row = {
  kind: 'kitchen',
  id: KITCHEN,
  body: { name: 'School 3', otherNames: null, landmark: '', phone: null, position: at(53.28, 69.38), status: 'open' },
};

function at(lat: number, lon: number): Position {
  return { lat: Math.round(lat * 1_000_000), lon: Math.round(lon * 1_000_000) };
}

function checkpoint(id: RowId, name: string, code: string, position: Position | null): Row {
  const rest = { otherNames: null, landmark: '', district: '', phone: null, status: 'open' } as const;
  return { kind: 'checkpoint', id, body: { name, code, position, ...rest } };
}

const twentyAtTheBridge: Row = {
  kind: 'dayRequirement',
  id: dayRequirementId(BRIDGE, LUNCH, TODAY),
  body: {
    checkpoint: BRIDGE,
    window: LUNCH,
    on: TODAY,
    headcount: 20,
    perHead: [{ item: MEAL, count: units(1) }],
    priority: 'usual',
    note: '',
  },
} as Row;

test('the map of a branch: one picture, and a list that says how far each place is and what is missing there', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(
    school,
    checkpoint(BRIDGE, 'Bridge post', '12', at(53.28, 69.53)),
    checkpoint(STATION, 'Bus station', '7', at(53.29, 69.38)),
    twentyAtTheBridge,
  );
  await openLaptopAt('/map', laptop);
  await screen.findByRole('img', { name: /Sketch of 3\splaces/ });
  const rows = within(screen.getByRole('region', { name: 'Places, the nearest first' })).getAllByRole('button');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^School 3.*from here$/),
    expect.stringMatching(/^7\s· Bus stationNothing needed1.1\skm$/),
    expect.stringMatching(/^12\s· Bridge postLunch · Nobody comes · 0 of 2010\skm$/),
  ]);
  await person.click(rows[2] as HTMLElement);
  expect((await screen.findAllByRole('button', { name: /from here/ })).map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^12\s· Bridge post/),
  ]);
  expect(screen.getByLabelText<HTMLSelectElement>('Distances from').value).toBe(BRIDGE);
});

test('a place without coordinates is named as such, and where none has any the way to enter them is shown', async () => {
  const laptop = await organiserLaptop(school);
  await openLaptopAt('/map', laptop);
  const unplaced = within(await screen.findByRole('region', { name: 'Not drawn: no coordinates' }));
  unplaced.getByText(/Bridge post/);
  unplaced.getByText(/Bus station/);
  cleanup();
  await openLaptopAt('/map', await organiserLaptop());
  await screen.findByText('No place has coordinates yet');
  expect(screen.getByRole('link', { name: 'To the places' }).getAttribute('href')).toBe('/places');
  expect(screen.queryByRole('img')).toBeNull();
});
