import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { useMapFile } from '#screens/common/map/kept-map.ts';
import { memoryFolder } from '#test/store/support/memory-folder.ts';
import { tinyMap } from '#test/support/tiny-map.ts';
import { row as idOf } from '../../support/driver-phone.tsx';
import { openLaptopAt, organiserLaptop } from '../../support/organiser-laptop.tsx';

const school: Row = {
  kind: 'kitchen',
  id: idOf(50),
  body: {
    name: 'School 3',
    otherNames: null,
    landmark: '',
    phone: null,
    position: { lat: 53_280_000, lon: 69_380_000 },
    status: 'open',
  },
};
let folder = memoryFolder();

function giveFolder(): void {
  Object.defineProperty(navigator, 'storage', { configurable: true, value: { getDirectory: () => folder.open() } });
}

beforeEach(() => {
  folder = memoryFolder();
  useMapFile.setState({ standing: { type: 'unknown' }, failure: undefined });
  giveFolder();
});
afterEach(() => {
  cleanup();
  Reflect.deleteProperty(navigator, 'storage');
  useMapFile.setState({ standing: { type: 'unknown' }, failure: undefined });
});

const take = async (bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
  const person = userEvent.setup();
  await person.upload(await screen.findByLabelText('Take a map from a file'), new File([bytes], 'a.pmtiles'));
};

test('a bad file is told by its reason, and nothing of it is kept', async () => {
  await openLaptopAt('/map', await organiserLaptop(school));
  for (const [bytes, said] of [
    [new TextEncoder().encode('number,name'), 'This is no .pmtiles map'],
    [tinyMap({ tileType: 2 }), 'This map is made of pictures'],
    [tinyMap({ tilePacking: 4 }), 'The tiles of this map are of an unknown form'],
    [tinyMap().slice(0, -1), 'A part of this file is missing'],
  ] as const) {
    await take(bytes);
    await screen.findByText(said);
  }
  folder = memoryFolder(10);
  giveFolder();
  await take(tinyMap());
  await screen.findByText('The phone has no space for this map');
  expect(folder.names()).toEqual([]);
});

test('where maps cannot be drawn the sketch stays, and says why; the phone says how much the map takes, and erasing takes it along', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(school);
  await openLaptopAt('/map', laptop);
  await take(tinyMap());
  await screen.findByText(/This browser cannot draw maps/);
  screen.getByRole('img', { name: /^Sketch of/ });
  await openLaptopAt('/phone', laptop);
  await screen.findByText(/The map takes \d+\sB of this phone/);
  await person.click(await screen.findByRole('button', { name: 'Erase this phone' }));
  await person.click(await screen.findByRole('button', { name: 'Erase' }));
  await waitFor(() => expect(folder.names()).toEqual([]));
});
