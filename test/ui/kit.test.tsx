import { cleanup, render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { BottomBar } from '#ui/bottom-bar.tsx';
import { Chips } from '#ui/chips.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { Numeral } from '#ui/numeral.tsx';
import { modulesToPath, QrPicture } from '#ui/qr-picture.tsx';
import { Select } from '#ui/select.tsx';
import { StateMark } from '#ui/state-mark.tsx';
import { Table } from '#ui/table.tsx';
import { TextInput } from '#ui/text-input.tsx';

afterEach(cleanup);

test('a field’s hint and error are said with it', () => {
  render(
    <TextInput
      label="Name"
      hint="A first name is enough."
      error="There is no name yet."
      value=""
      onChange={() => {}}
    />,
  );
  const input = screen.getByRole('textbox', { name: 'Name' });
  const described = (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);
  expect(described).toEqual(['A first name is enough.', 'There is no name yet.']);
  expect(input.getAttribute('aria-invalid')).toBe('true');
});

test('a field without an error is not called wrong', () => {
  render(<TextInput label="Name" value="Aigul" onChange={() => {}} />);
  const input = screen.getByRole('textbox', { name: 'Name' });
  expect(input.getAttribute('aria-invalid')).toBe(null);
  expect(input.getAttribute('aria-describedby')).toBe(null);
});

test('chips are one choice among a few, and none is chosen when the amount is another', async () => {
  const person = userEvent.setup();
  const chosen: number[] = [];
  const options = [
    { value: 20_000, label: 'As planned' },
    { value: 10_000, label: 'Half' },
    { value: 0, label: '0' },
  ];
  render(<Chips label="How much" options={options} value={undefined} onChange={(value) => chosen.push(value)} />);
  const group = screen.getByRole('group', { name: 'How much' });
  expect(
    within(group)
      .getAllByRole<HTMLInputElement>('radio')
      .filter((radio) => radio.checked),
  ).toEqual([]);
  await person.click(screen.getByRole('radio', { name: '0' }));
  expect(chosen).toEqual([0]);
});

test('a state is said in words, with its age', () => {
  render(<StateMark state="phone" word="On this phone" detail="3 min ago" />);
  expect(screen.getByText('On this phone', { exact: false }).textContent).toBe('On this phone · 3 min ago');
});

test('a number that nobody has counted yet is not shown as nothing', () => {
  render(<Numeral value={undefined} unit="portions" />);
  expect(screen.getByText('…')).not.toBe(null);
});

test('the bottom bar says where one is and how much is unsent', () => {
  render(
    <BottomBar
      appName="Dastarkhan"
      label="Parts of the app"
      onGo={() => {}}
      items={[
        { href: '/run', label: 'Run', icon: 'truck', isCurrent: true },
        {
          href: '/unsent',
          label: 'Unsent',
          icon: 'clock',
          isCurrent: false,
          badge: { text: '3', label: '3 records not sent yet', tone: 'plain' },
        },
      ]}
    />,
  );
  expect(screen.getByRole('link', { name: 'Run' }).getAttribute('aria-current')).toBe('page');
  expect(screen.getByRole('link', { name: 'Unsent 3 records not sent yet' }).getAttribute('href')).toBe('/unsent');
});

test('a table has a caption, and each cell is under a column and beside the name of its row', () => {
  render(
    <Table
      caption="Runs of today"
      rows={[{ name: 'North', stops: 8 }]}
      rowKey={(row) => row.name}
      columns={[
        { id: 'name', header: 'Run', cell: (row) => row.name, isRowHeader: true },
        { id: 'stops', header: 'Stops', cell: (row) => row.stops, align: 'end' },
      ]}
    />,
  );
  const table = screen.getByRole('table', { name: 'Runs of today' });
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map((cell) => cell.textContent),
  ).toEqual(['Run', 'Stops']);
  expect(within(table).getByRole('rowheader').textContent).toBe('North');
  expect(within(table).getByRole('cell').textContent).toBe('8');
});

test('a select without a choice shows its placeholder and answers with a known value', async () => {
  const person = userEvent.setup();
  const chosen: string[] = [];
  render(
    <Select
      label="Kitchen"
      placeholder="Choose"
      value={undefined}
      onChange={(value) => chosen.push(value)}
      options={[{ value: 'k1', label: 'School' }]}
    />,
  );
  const select = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Kitchen' });
  expect(select.selectedOptions[0]?.textContent).toBe('Choose');
  await person.selectOptions(select, 'School');
  expect(chosen).toEqual(['k1']);
});

test('a picked file arrives, and the same one can be picked again', async () => {
  const person = userEvent.setup();
  const names: string[] = [];
  render(<FilePick label="Choose a file" onPick={(files) => names.push(...files.map((file) => file.name))} />);
  const file = new File(['date,run'], 'runs.csv', { type: 'text/csv' });
  await person.upload(screen.getByLabelText('Choose a file'), file);
  await person.upload(screen.getByLabelText('Choose a file'), file);
  expect(names).toEqual(['runs.csv', 'runs.csv']);
});

test('a QR picture keeps four light modules on every side and draws each dark one', () => {
  const modules = [
    [true, true, false],
    [false, false, true],
    [true, false, true],
  ];
  render(<QrPicture modules={modules} label="Invitation" />);
  expect(screen.getByRole('img', { name: 'Invitation' }).getAttribute('viewBox')).toBe('0 0 11 11');
  expect(modulesToPath(modules)).toBe('M4 4h2v1h-2zM6 5h1v1h-1zM4 6h1v1h-1zM6 6h1v1h-1z');
});
