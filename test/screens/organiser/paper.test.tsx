import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { MEAL, row, RUN, runRow, STATION, TEA, units } from '../support/driver-phone.tsx';
import { ANNA, bodiesOf, delivered, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

test('a whole sheet is typed back with the keyboard alone: what was as planned is Enter, and the run is over', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(runRow({ driver: ANNA, status: 'planned' }));
  await openLaptopAt(`/runs/${RUN}`, laptop);
  await person.click(await screen.findByRole('link', { name: 'Type the sheet back' }));
  const [first] = await screen.findAllByLabelText('Hot meal, portions');
  await expect.poll(() => document.activeElement).toBe(first);
  await person.keyboard('{Control>}a{/Control}18{Enter}');
  await screen.findByText('Saved: 2 records');
  expect(await bodiesOf(laptop, 'delivery')).toMatchObject([
    { run: RUN, stop: 0, lines: [{ item: MEAL, count: units(18) }], how: 'desk' },
    {
      run: RUN,
      stop: 1,
      checkpoint: STATION,
      lines: [
        { item: MEAL, count: units(10) },
        { item: TEA, count: units(2.5) },
      ],
      how: 'desk',
    },
  ]);
  expect(await bodiesOf(laptop, 'run')).toMatchObject([{ status: 'completed' }]);
});

test('what has a record already, and what the sheet says nothing of, is left as it is', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(
    runRow({ driver: ANNA, stops: [...runRow().body.stops, { checkpoint: STATION, lines: [] }] }),
    delivered(row(60)),
  );
  await openLaptopAt(`/runs/${RUN}/paper`, laptop);
  const stops = await screen.findAllByRole('group', { name: /^\d\. / });
  const legends = stops.map((stop) => within(stop).getByText(/^\d\. /).textContent);
  expect(legends.map((text) => text.replace(/\s/g, ' '))).toEqual(['2. 7 · Bus station', '3. 7 · Bus station']);
  const [, third] = stops;
  if (third === undefined) throw new Error('two stops are open');
  await person.click(within(third).getByRole('button', { name: /Not on the sheet: .*Bus station/ }));
  await person.click(screen.getByRole('button', { name: /Save 1\srecord/ }));
  await screen.findByText('Saved: 1 record');
  expect((await bodiesOf(laptop, 'delivery')).map(({ stop }) => stop)).toEqual([0, 1]);
});

test('a text that is no amount is marked, and nothing is saved', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(runRow({ driver: ANNA }));
  await openLaptopAt(`/runs/${RUN}/paper`, laptop);
  await screen.findAllByLabelText('Hot meal, portions');
  await person.keyboard('{Control>}a{/Control}many{Enter}');
  await screen.findByText(/Hot meal: this is no amount/);
  expect(await bodiesOf(laptop, 'delivery')).toEqual([]);
});
