import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { MEMBER } from '#test/store/support/test-store.ts';
import { CATALOGUE, driverPhone, LUNCH, openAt } from '../support/driver-phone.tsx';

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
