import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { BRIDGE, driverPhone, openAt, row as idOf, RUN, runRow, STATION } from '../support/driver-phone.tsx';

afterEach(cleanup);

const KITCHEN = idOf(50);
const school: Row = {
  kind: 'kitchen',
  id: KITCHEN,
  body: {
    name: 'School 3',
    otherNames: null,
    landmark: '',
    phone: null,
    position: { lat: 53_280_000, lon: 69_380_000 },
    status: 'open',
  },
};
const placeAt = (id: RowId, name: string, code: string, lat: number): Row => ({
  kind: 'checkpoint',
  id,
  body: {
    name,
    code,
    position: { lat, lon: 69_380_000 },
    otherNames: null,
    landmark: '',
    district: '',
    phone: null,
    status: 'open',
  },
});

test('a driver sees the stops in their order, and how far it is from the kitchen and in all', async () => {
  const phone = await driverPhone(
    school,
    placeAt(BRIDGE, 'Bridge post', '12', 53_370_000),
    placeAt(STATION, 'Bus station', '7', 53_325_000),
    runRow({ kitchen: KITCHEN }),
  );
  await openAt(`/run/${RUN}`, phone);
  expect((await screen.findByRole('link', { name: 'Map of the stops' })).getAttribute('href')).toBe(`/run/${RUN}/map`);
  await openAt(`/run/${RUN}/map`, phone);
  await screen.findByRole('img', { name: /Sketch of 3\splaces/ });
  const rows = within(screen.getByRole('region', { name: 'Stops, in their order' })).getAllByRole('button');
  expect(rows.map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^School 3.*from here$/),
    expect.stringMatching(/^1\. Bridge postStill to do.*10\skm$/),
    expect.stringMatching(/^2\. Bus stationStill to do.*5\skm$/),
  ]);
  screen.getByText(/Through all stops in a straight line: 15\skm/);
});

test('a run whose places have no coordinates has no way to a map', async () => {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  await screen.findAllByText(/Bridge post/);
  expect(screen.queryByRole('link', { name: 'Map of the stops' })).toBeNull();
});
