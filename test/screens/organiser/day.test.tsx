import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { BRIDGE, driverPhone, MEAL, openAt, row, RUN, runRow, TODAY, units } from '../support/driver-phone.tsx';
import { ANNA, delivered, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

type NoticeBody = Extract<Row, { kind: 'notice' }>['body'];
const closedRoad: Row = {
  kind: 'notice',
  id: row(61),
  body: {
    ...({ topic: 'road', phone: null, chats: [], until: null, isPinned: false, status: 'open' } as const),
    texts: [{ language: 'en', title: 'Closed at the bridge', text: '' }],
    affects: [BRIDGE],
  } satisfies NoticeBody,
};
const ROAD = 'Road: Closed at the bridge';

test('a closed road marks its stop for the driver: on the card, in the list, on the stop', async () => {
  await openAt(`/run/${RUN}`, await driverPhone(runRow(), closedRoad));
  expect(await screen.findAllByText(ROAD)).toHaveLength(2);
  await openAt(`/run/${RUN}/stop/0`, await driverPhone(runRow(), closedRoad));
  await screen.findByText(ROAD);
  await openAt(`/run/${RUN}/stop/1`, await driverPhone(runRow(), closedRoad));
  await screen.findByRole('heading', { name: 'Bus station' });
  expect(screen.queryByText(ROAD)).toBeNull();
});

test('and for organisers: on the day, in the run, among the gaps', async () => {
  const need: Row = {
    kind: 'dayRequirement',
    id: row(80),
    body: {
      ...({ checkpoint: BRIDGE, window: row(6), on: TODAY, headcount: 20, priority: 'usual' } as const),
      perHead: [{ item: MEAL, count: units(1) }],
    },
  };
  const laptop = await organiserLaptop(runRow({ driver: ANNA }), closedRoad, need);
  for (const path of ['/today', `/runs/${RUN}`, '/coverage']) {
    await openLaptopAt(path, laptop);
    expect((await screen.findAllByText(ROAD)).length, path).toBeGreaterThan(0);
  }
});

test('an organiser names the places of a road by their numbers, and is told of a number that is none', async () => {
  const laptop = await organiserLaptop();
  await openLaptopAt('/notices/edit', laptop);
  fireEvent.click((await screen.findAllByRole('button', { name: 'New notice' }))[0] as HTMLElement);
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByRole('combobox', { name: 'About' }), { target: { value: 'road' } });
  fireEvent.change(dialog.getAllByRole('textbox', { name: /Heading/ })[0] as HTMLElement, {
    target: { value: 'Closed' },
  });
  const places = dialog.getByRole('textbox', { name: /Numbers of the checkpoints/ });
  fireEvent.change(places, { target: { value: '12, 99' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await screen.findByText(/There is no checkpoint 99/);
  fireEvent.change(places, { target: { value: '12 12' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Save' }));
  await screen.findByText(/On the way to: 12/);
  expect((await laptop.store.database.notice.toArray()).map(({ body }) => body.affects)).toEqual([[BRIDGE]]);
});

test('the day says when each run reported last, which stops got less and why, and what is left over', async () => {
  const problem = delivered(row(50), { lines: [{ item: MEAL, count: units(12) }], reason: 'notEnough' });
  const loaded = [{ item: MEAL, count: units(20) }];
  await openLaptopAt('/today', await organiserLaptop(runRow({ driver: ANNA, status: 'completed', loaded }), problem));
  await screen.findByText(/last report 17:00/);
  within(await screen.findByRole('region', { name: /Less than planned/ })).getByText(
    /missing: Hot meal 8\sportions · Not enough left/,
  );
  within(await screen.findByRole('region', { name: /Left over in cars/ })).getByText(/Hot meal 8\sportions/);
});

test('the day says where the thermoses are, those that are not home', async () => {
  const [thermos, crate] = [row(20), row(21)];
  const sort = (id: typeof thermos, name: string): Row => ({ kind: 'returnable', id, body: { name, status: 'open' } });
  const left: Row = {
    kind: 'returnableCount',
    id: row(22),
    body: {
      run: RUN,
      stop: 0,
      checkpoint: BRIDGE,
      on: TODAY,
      step: 'left',
      insteadOf: null,
      recordedAt: 1768e9,
      lines: [
        {
          item: thermos,
          count: units(3),
        },
      ],
      member: ANNA,
    },
  };
  await openLaptopAt(
    '/today',
    await organiserLaptop(runRow({ driver: ANNA }), sort(thermos, 'Thermos'), sort(crate, 'Crate'), left),
  );
  const list = within(await screen.findByRole('region', { name: 'Where are our thermoses' }));
  list.getByText(/Bridge post: 3/);
  expect(list.queryByText('Crate')).toBeNull();
});

test('a day of very many runs begins with those that need somebody; the others come when they are asked for', async () => {
  const planned = Array.from({ length: 44 }, (_, index): Row => {
    const id = row(900 + index);
    return { ...runRow({ driver: ANNA, answer: 'accepted', label: `Route ${100 + index}` }), id };
  });
  const needy: Row = { ...runRow({ driver: null, label: 'Needy' }), id: row(899) };
  await openLaptopAt('/today', await organiserLaptop(...planned, needy));
  const table = await screen.findByRole('table', { name: /Runs/ });
  const routes = () => within(table).getAllByRole('rowheader');
  await expect.poll(routes).toHaveLength(40);
  expect(routes()[0]?.textContent).toContain('Needy');
  fireEvent.click(screen.getByRole('button', { name: 'Show more: 5 left' }));
  expect(routes()).toHaveLength(45);
  expect(screen.queryByRole('button', { name: /Show more/ })).toBeNull();
});

test('very many deliveries outside a run come when they are asked for', async () => {
  const alone = Array.from({ length: 43 }, (_, index) => delivered(row(900 + index), { run: null, stop: null }));
  await openLaptopAt('/today', await organiserLaptop(runRow({ driver: ANNA }), ...alone));
  const table = await screen.findByRole('table', { name: 'Deliveries outside a run' });
  const places = () => within(table).getAllByRole('rowheader');
  await expect.poll(places).toHaveLength(40);
  fireEvent.click(screen.getByRole('button', { name: 'Show more: 3 left' }));
  expect(places()).toHaveLength(43);
});
