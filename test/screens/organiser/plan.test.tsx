import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { BRIDGE, LUNCH, MEAL, RUN, runRow, STATION, TEA, units } from '../support/driver-phone.tsx';
import { ANNA, bodiesOf, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

const search = () => screen.findByLabelText('Number or name of a checkpoint');

test('a run is made with the keyboard: numbers and Enter, what each stop gets, one amount changed', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/runs/new?on=2026-01-16', laptop);
  await person.click(await screen.findByRole('button', { name: 'Hot meal, portions' }));
  await person.type(screen.getByLabelText('Hot meal, portions'), '20');
  await person.type(await search(), '12{Enter}bus{Enter}');
  const [, , second] = screen.getAllByLabelText<HTMLInputElement>('Hot meal, portions');
  if (second === undefined) throw new Error('two stops have a field each');
  await person.clear(second);
  await person.type(second, '2,5');
  await screen.findByText('Hot meal 22.5 portions');
  await person.selectOptions(screen.getByLabelText('Driver'), 'Anna');
  await person.selectOptions(screen.getByLabelText('Meal window'), 'Lunch 12:00–14:00');
  await person.click(screen.getByRole('button', { name: 'Plan the run' }));
  await screen.findByText('Planned: Run');
  expect(await bodiesOf(laptop, 'run')).toMatchObject([
    {
      on: '2026-01-16',
      window: LUNCH,
      driver: ANNA,
      status: 'planned',
      stops: [
        { checkpoint: BRIDGE, lines: [{ item: MEAL, count: units(20) }] },
        { checkpoint: STATION, lines: [{ item: MEAL, count: units(2.5) }] },
      ],
    },
  ]);
});

test('what is missing is said, and nothing is saved', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/runs/new', laptop);
  await person.click(await screen.findByRole('button', { name: 'Plan the run' }));
  await screen.findByText(/There is no stop yet. Nothing was saved/);
  await person.type(await search(), '7{Enter}');
  await person.click(screen.getByRole('button', { name: 'Plan the run' }));
  await screen.findByText(/7\s· Bus station has no amounts. Nothing was saved/);
  await person.click(screen.getByRole('button', { name: 'Tea, litres' }));
  const [, field] = screen.getAllByLabelText('Tea, litres');
  if (field === undefined) throw new Error('the stop has a field');
  await person.type(field, 'a lot');
  await person.click(screen.getByRole('button', { name: 'Plan the run' }));
  await screen.findByText(/Tea: this is no amount/);
  expect(await bodiesOf(laptop, 'run')).toEqual([]);
});

test('a run is planned again from another one, with its stops reordered and nobody to drive it yet', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(runRow({ driver: ANNA, label: 'North' }));
  await openLaptopAt(`/runs/new?copy=${RUN}&on=2026-01-16`, laptop);
  await person.click(await screen.findByRole('button', { name: /Move down: 12/ }));
  await person.click(screen.getByRole('button', { name: 'Plan the run' }));
  await screen.findByText('Planned: North');
  const copy = (await bodiesOf(laptop, 'run')).find(({ on }) => on === '2026-01-16');
  expect(copy).toMatchObject({
    driver: null,
    label: 'North',
    stops: [
      {
        checkpoint: STATION,
        lines: [
          { item: MEAL, count: units(10) },
          { item: TEA, count: units(2.5) },
        ],
      },
      { checkpoint: BRIDGE, lines: [{ item: MEAL, count: units(20) }] },
    ],
  });
});

test('what is entered and not saved is there again after the app was closed, and gone once it is planned', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/runs/new?on=2026-01-16', laptop);
  await person.click(await screen.findByRole('button', { name: 'Hot meal, portions' }));
  await person.type(screen.getByLabelText('Hot meal, portions'), '20');
  await person.type(await search(), '12{Enter}');
  await openLaptopAt('/runs/new?on=2026-01-16', laptop);
  await screen.findByText('Hot meal 20 portions');
  await person.click(screen.getByRole('button', { name: 'Plan the run' }));
  await screen.findByText('Planned: Run');
  await openLaptopAt('/runs/new?on=2026-01-16', laptop);
  await screen.findByText('It adds itself up from the stops.');
});

test('a plan that was begun is found again, and one tap begins anew', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/runs/new', laptop);
  await person.type(await search(), '7{Enter}');
  await screen.findByRole('button', { name: /Remove the stop: 7/ });
  expect(screen.queryByText(/You had begun this plan/)).toBeNull();
  await expect.poll(() => laptop.store.database.drafts.count()).toBe(1);
  await openLaptopAt('/runs/new', laptop);
  await screen.findByRole('button', { name: /Remove the stop: 7/ });
  await person.click(screen.getByRole('button', { name: 'Begin anew' }));
  // A slip of the finger costs nothing.
  await person.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByRole('button', { name: /Remove the stop: 7/ });
  await person.click(screen.getByRole('button', { name: 'Begin anew' }));
  expect(screen.queryByRole('button', { name: /Remove the stop/ })).toBeNull();
  expect(screen.queryByText(/You had begun this plan/)).toBeNull();
  await expect.poll(() => laptop.store.database.drafts.count()).toBe(0);
  await openLaptopAt('/runs/new', laptop);
  await search();
  expect(screen.queryByRole('button', { name: 'Begin anew' })).toBeNull();
});
