import { readFile } from 'node:fs/promises';

import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';

import { halfImport, keepHalfImport } from '#screens/organiser/import/half-import.ts';
import { writeXlsx } from '#screens/organiser/spreadsheet/write-xlsx.ts';

import { bodiesOf, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';
import { emptyStore, testIdentity } from '#test/store/support/test-store.ts';
import { writeMeta } from '#store/meta.ts';
import { manualTime } from '#test/store/support/manual-timer.ts';
import type { DriverPhone } from '../support/driver-phone.tsx';

afterEach(cleanup);

async function chooseFile(laptop: DriverPhone, fixture: string) {
  const person = userEvent.setup();
  await openLaptopAt('/import', laptop);
  await person.upload(await screen.findByLabelText('Choose a file'), await fixtureFile(fixture));
  return person;
}

async function fixtureFile(fixture: string): Promise<File> {
  return new File([await readFile(`test/fixtures/${fixture}`)], fixture, { type: 'text/csv' });
}

describe('past deliveries from a file', () => {
  const FILE = 'deliveries-windows-1251.csv';

  test('are shown before anything is changed, with every bad line and its reason', async () => {
    const laptop = await organiserLaptop();
    await chooseFile(laptop, FILE);
    await screen.findByText(/^2\slines stay out$/);
    expect(screen.getByText('no amount').closest('tr')?.textContent).toMatch(/^7no amount29.04.2025/);
    expect(screen.getByText(/^there is no such day/).closest('tr')?.textContent).toMatch(/^8.*30.02.2025/);
    screen.getByText('From 29.04.2025 to 29.04.2025');
    screen.getByText(/^Import 4\slines, leave 2 out$/);
    expect(await bodiesOf(laptop, 'run')).toEqual([]);
  });

  test('are brought in by one press; the same file again has nothing new', async () => {
    const laptop = await organiserLaptop();
    const person = await chooseFile(laptop, FILE);
    await person.click(await screen.findByRole('button', { name: /^Import 4\slines/ }));
    await screen.findByText('Imported');
    expect((await bodiesOf(laptop, 'run')).map(({ label, status }) => [label, status])).toEqual([
      ['Рейс 1', 'completed'],
      ['Мост, Коктал', 'completed'],
    ]);
    const before = await laptop.store.database.log.count();
    await person.upload(screen.getByLabelText('Choose another file'), await fixtureFile(FILE));
    await screen.findByText('There is nothing new in this file. Everything is here already.');
    expect(screen.queryByRole('button', { name: /^Import \d/ })).toBeNull();
    expect(await laptop.store.database.log.count()).toBe(before);
  });

  test('go where the person says: another column of units, a unit where there is none', async () => {
    const laptop = await organiserLaptop();
    const person = await chooseFile(laptop, FILE);
    await person.selectOptions(await screen.findByLabelText('Unit'), 'not in this file');
    await screen.findByText('Choose the column for “Unit”. Without it nothing can be imported.');
    await person.type(screen.getByLabelText('Where the unit is missing, use'), 'шт');
    await person.click(await screen.findByRole('button', { name: /^Import 4\slines/ }));
    await screen.findByText('Imported');
    expect((await bodiesOf(laptop, 'item')).filter(({ unit }) => unit === 'шт')).toHaveLength(3);
  });
});

test('a list of checkpoints is told from deliveries, and opens them', async () => {
  const laptop = await organiserLaptop();
  const person = await chooseFile(laptop, 'checkpoints-utf-8.csv');
  await screen.findByRole('row', { name: /^2 another checkpoint has this number/ });
  await person.click(screen.getByRole('button', { name: /^Import 1\sline, leave 1 out$/ }));
  await person.click(await screen.findByRole('link', { name: 'See the checkpoints' }));
  await screen.findByRole('row', { name: /^13 Көпір/ });
});

test('a workbook is asked for its sheet, read like any file, and the next one of its kind as this one was', async () => {
  const laptop = await organiserLaptop();
  const person = userEvent.setup({ applyAccept: false });
  await openLaptopAt('/import', laptop);
  const sheets = [
    { name: 'Notes', rows: [['Call Anna'], ['about the keys']] },
    {
      name: 'People',
      rows: [
        ['Who', 'Number'],
        ['Erzhan', '+7 701 000 00 09'],
      ],
    },
  ];
  const workbook = async (): Promise<File> => new File([await writeXlsx(sheets)], 'plan.xlsx');
  await person.upload(await screen.findByLabelText('Choose a file'), await workbook());
  await person.selectOptions(await screen.findByLabelText('Which sheet?'), 'People');
  await person.click(screen.getByRole('radio', { name: 'Volunteers' }));
  await person.selectOptions(await screen.findByLabelText('Name'), 'Who');
  await person.selectOptions(screen.getByLabelText('Telephone'), 'Number');
  await person.click(await screen.findByRole('button', { name: /^Import 1\sline$/ }));
  await screen.findByText('Imported');
  expect((await bodiesOf(laptop, 'member')).map(({ name }) => name)).toContain('Erzhan');

  await person.upload(screen.getByLabelText('Choose another file'), await workbook());
  await person.selectOptions(await screen.findByLabelText('Which sheet?'), 'People');
  await screen.findByText('Read as last time. Check it.');
  await screen.findByText('There is nothing new in this file. Everything is here already.');
});

test('an import that did not come to its end is told of, until somebody has seen it', async () => {
  const laptop = await organiserLaptop();
  await keepHalfImport(laptop.store, { doneCount: 120, stepCount: 400 });
  await openLaptopAt('/import', laptop);
  await screen.findByText(/^An import stopped at 120 of 400\./);
  await userEvent.click(screen.getByRole('button', { name: 'I have seen it' }));
  await waitFor(() => expect(screen.queryByText(/^An import stopped/)).toBeNull());
});

test('an import that came to its end leaves nothing to be told of', async () => {
  const laptop = await organiserLaptop();
  const person = await chooseFile(laptop, 'checkpoints-utf-8.csv');
  await person.click(await screen.findByRole('button', { name: /^Import 1\sline/ }));
  await screen.findByText('Imported');
  await waitFor(async () => expect(await halfImport(laptop.store)).toBeNull());
});

test('before everything that is here has come, no file is taken: things could be made twice', async () => {
  const time = manualTime(0);
  const store = await emptyStore();
  await writeMeta(store.database, 'identity', testIdentity('organiser'));
  await openLaptopAt('/import', { store, time });
  await screen.findByText(/still on its way to this device/);
  expect(screen.queryByLabelText('Choose a file')).toBeNull();
});
