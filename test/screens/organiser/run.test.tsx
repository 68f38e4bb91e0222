import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { MEAL, row, RUN, runRow, units } from '../support/driver-phone.tsx';
import { ANNA, bodiesOf, delivered, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

test('the day says who drives, how far it is, when the phone was heard, and the number to call', async () => {
  const laptop = await organiserLaptop(runRow({ driver: ANNA, label: 'North' }), delivered(row(60)));
  await openLaptopAt('/today', laptop);
  const run = within(await screen.findByRole('row', { name: /^North/ }));
  run.getByRole('link', { name: 'Call Anna +7 701 000 00 01' });
  run.getByText(/heard 5\smin ago/);
  run.getByText('1 of 2');
  run.getByText(/Hot meal 20 of 30\sportions/);
});

test('a run without a driver says so first, and is given to one', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(runRow({ driver: null, answer: 'none', status: 'planned' }));
  await openLaptopAt(`/runs/${RUN}`, laptop);
  await screen.findByText('Nobody drives');
  await person.click(screen.getByRole('button', { name: 'Give to a driver' }));
  await person.selectOptions(screen.getByLabelText('Driver'), 'Anna');
  await person.click(screen.getByRole('button', { name: 'Give' }));
  await screen.findByText(/No answer yet/);
  screen.getByRole('link', { name: 'Call Anna +7 701 000 00 01' });
  expect(await bodiesOf(laptop, 'run')).toMatchObject([{ driver: ANNA }]);
});

test('what a driver tells by telephone is recorded for them, and says how it was recorded', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(runRow({ driver: ANNA }));
  await openLaptopAt(`/runs/${RUN}`, laptop);
  const [record] = await screen.findAllByRole('button', { name: 'Record for the driver' });
  if (record === undefined) throw new Error('a stop has no record yet');
  await person.click(record);
  const form = within(screen.getByRole('dialog'));
  const amount = form.getByLabelText<HTMLInputElement>('Hot meal, portions');
  expect(amount.value).toBe('20');
  await person.clear(amount);
  await person.type(amount, '18');
  await person.selectOptions(form.getByLabelText('Why another amount?'), 'Not enough left');
  await person.click(form.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Hot meal 18\sportions · Not enough left/);
  screen.getByText(/by Aigul · 17:00 · told by phone/);
  screen.getByText('On this phone');
  expect(await bodiesOf(laptop, 'delivery')).toMatchObject([
    { run: RUN, stop: 0, lines: [{ item: MEAL, count: units(18) }], reason: 'notEnough', how: 'told' },
  ]);
});

test('a record is corrected and taken back, and everything that was said stays to be read', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(runRow({ driver: ANNA }), delivered(row(60)));
  await openLaptopAt(`/runs/${RUN}`, laptop);
  await person.click(await screen.findByRole('button', { name: 'Correct' }));
  const amount = screen.getByLabelText('Hot meal, portions');
  await person.clear(amount);
  await person.type(amount, '19{Enter}');
  await screen.findByText(/^Hot meal 19\sportions$/);
  screen.getByText(/Recorded: Hot meal 20\sportions/);
  await person.click(screen.getByRole('button', { name: 'Correct' }));
  await person.click(screen.getByRole('button', { name: 'It did not happen' }));
  await person.click(screen.getByRole('button', { name: 'It did not happen' }));
  await screen.findByText(/Hot meal 20\sportions · taken back/);
  expect(await screen.findAllByText('No record yet')).toHaveLength(2);
});

test('two records of one stop are named, until one is taken back', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(runRow({ driver: ANNA }), delivered(row(60)), delivered(row(61)));
  await openLaptopAt(`/runs/${RUN}`, laptop);
  await screen.findByText('Recorded twice');
  const [first] = screen.getAllByRole('button', { name: 'Correct' });
  if (first === undefined) throw new Error('both can be corrected');
  await person.click(first);
  await person.click(screen.getByRole('button', { name: 'It did not happen' }));
  await person.click(screen.getByRole('button', { name: 'It did not happen' }));
  await screen.findByText(/taken back$/);
  expect(screen.queryByText('Recorded twice')).toBeNull();
});

test('a cancelled run keeps its reason in sight, and offers nothing but to plan it again', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(runRow({ driver: ANNA, status: 'planned' }));
  await openLaptopAt(`/runs/${RUN}`, laptop);
  await person.click(await screen.findByRole('button', { name: 'Cancel the run' }));
  await person.type(screen.getByLabelText(/Why\?/), 'The road is closed');
  const form = within(screen.getByRole('dialog'));
  await person.click(form.getByRole('button', { name: 'Cancel the run' }));
  await screen.findByText(/Cancelled · The road is closed/);
  screen.getByRole('link', { name: 'Plan it again' });
  expect(screen.queryByRole('button', { name: /driver/ })).toBeNull();
});

test('a run that is not here is said not to be here', async () => {
  const laptop = await organiserLaptop();
  await openLaptopAt(`/runs/${row(99)}`, laptop);
  await screen.findByText('This run is not on this device');
});
