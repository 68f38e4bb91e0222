import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';

import { addDays } from '#domain/days.ts';
import type { Row } from '#domain/rows.ts';
import { MEMBER } from '#test/store/support/test-store.ts';
import { CATALOGUE, driverPhone, LUNCH, openAt, TODAY } from '../support/driver-phone.tsx';

afterEach(cleanup);

const themself: Row = {
  kind: 'member',
  id: MEMBER,
  body: { name: 'Anna', role: 'driver', status: 'active', phone: null },
};

test('a volunteer says themselves when they are free, with no network, and it says no more than that', async () => {
  const person = userEvent.setup();
  const phone = await driverPhone(...CATALOGUE, themself);
  await openAt('/phone', phone);
  await person.click(await screen.findByText('When I am free'));
  const lunch = within(await screen.findByRole('group', { name: 'Free at: Lunch' }));
  await person.click(lunch.getByRole('button', { name: 'Sat' }));
  await person.selectOptions(screen.getByLabelText('Starts from'), '7 · Bus station');
  await person.click(screen.getByRole('button', { name: 'Save' }));
  const said = await vi.waitFor(async () => {
    const row = await phone.store.database.availability.get(MEMBER);
    expect(row).toBeDefined();
    return row;
  });
  expect(said?.body).toMatchObject({
    member: MEMBER,
    kitchen: null,
    weekly: [{ window: LUNCH, weekdays: [5] }],
    days: [],
  });
  expect(Object.keys(said?.body ?? {})).toEqual(['member', 'kitchen', 'checkpoint', 'weekly', 'days']);
});

test('of a single day they say that they are free or not, whatever every week says, and take it back', async () => {
  const person = userEvent.setup();
  const phone = await driverPhone(...CATALOGUE, themself);
  await openAt('/phone', phone);
  await person.click(await screen.findByText('When I am free'));
  const day = await screen.findByLabelText('Which day');
  await person.click(screen.getByRole('button', { name: 'Not free on this day' }));
  const next = addDays(TODAY, 1);
  fireEvent.change(day, { target: { value: next } });
  await person.click(screen.getByRole('button', { name: 'Free on this day' }));
  fireEvent.change(day, { target: { value: addDays(TODAY, -1) } });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Free on this day' }).disabled).toBe(true);
  await person.click(screen.getByRole('button', { name: 'Save' }));
  const days = async () => (await phone.store.database.availability.get(MEMBER))?.body.days;
  await vi.waitFor(async () => {
    const [today, tomorrow] = (await days()) ?? [];
    expect(today).toEqual({ on: TODAY, windows: [] });
    expect(tomorrow?.on).toBe(next);
    expect(tomorrow?.windows).toContain(LUNCH);
  });
  await openAt('/phone', phone);
  await person.click(await screen.findByText('When I am free'));
  await person.click((await screen.findAllByRole('button', { name: 'As every week' }))[0] as HTMLElement);
  await person.click(screen.getByRole('button', { name: 'Save' }));
  await vi.waitFor(async () => expect((await days())?.map(({ on }) => on)).toEqual([next]));
});
