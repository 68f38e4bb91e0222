import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';

import { deliveriesOf, driverPhone, openAt, row, RUN, runRow, TODAY } from './support/driver-phone.tsx';
import { ANNA, openLaptopAt, organiserLaptop } from './support/organiser-laptop.tsx';

const NIGHT_TEA = row(30);
const nightTea: Row = {
  kind: 'mealWindow',
  id: NIGHT_TEA,
  body: { name: 'Night tea', startMinute: 1_350, endMinute: 1_560, status: 'open' },
};
/** From the 17:00 of the test's day to the 00:30 after it, by the branch's clock. */
const UNTIL_HALF_PAST_MIDNIGHT = 7.5 * 60 * 60_000;
const NEXT_DAY = '2026-01-16';

afterEach(cleanup);

// UTC+6 is what an old phone believes of Kazakhstan; the other two are phones that were never set.
describe.each(['Asia/Dhaka', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
  'on a phone that believes to be in %s',
  (zone) => {
    const before = process.env['TZ'];
    beforeAll(() => {
      process.env['TZ'] = zone;
    });
    afterAll(() => {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    });

    test('the clock of this test is really another one', () => {
      expect(new Date(0).getTimezoneOffset()).not.toBe(-300);
    });

    test('a night’s tea that a driver brings after midnight is of the day on which it began', async () => {
      const phone = await driverPhone(nightTea, runRow({ window: NIGHT_TEA }));
      phone.time.advance(UNTIL_HALF_PAST_MIDNIGHT);
      await openAt('/', phone);
      await screen.findByText('yesterday · 22:30–02:00');
      fireEvent.click(await screen.findByRole('button', { name: /^Delivered/ }));
      await screen.findByText(/· On this phone$/);
      expect(await deliveriesOf(phone)).toMatchObject([{ run: RUN, on: TODAY, window: NIGHT_TEA }]);
    });

    test('so is one beside the plan; what comes when the night is over is of the new day', async () => {
      const phone = await driverPhone(nightTea);
      phone.time.advance(UNTIL_HALF_PAST_MIDNIGHT);
      await bringUnplanned(phone);
      phone.time.advance(2 * 60 * 60_000);
      await bringUnplanned(phone);
      expect(await deliveriesOf(phone)).toMatchObject([
        { on: TODAY, window: NIGHT_TEA },
        { on: NEXT_DAY, window: null },
      ]);
    });

    test('an organiser sees the new day, and that a run of the night is still out', async () => {
      const laptop = await organiserLaptop(nightTea, runRow({ driver: ANNA, window: NIGHT_TEA }));
      laptop.time.advance(UNTIL_HALF_PAST_MIDNIGHT);
      await openLaptopAt('/today', laptop);
      await screen.findByText('Friday 16 January · today');
      fireEvent.click(await screen.findByRole('link', { name: /1\srun of yesterday is not over yet/ }));
      await screen.findByText('Thursday 15 January · yesterday');
      await screen.findByRole('link', { name: /Night tea/ });
      expect(screen.queryByText('Late')).toBeNull();
      laptop.time.advance(2 * 60 * 60_000);
      // What woke up looks at the clock first.
      document.dispatchEvent(new Event('visibilitychange'));
      await screen.findByText('Late');
    });
  },
);

async function bringUnplanned(phone: Awaited<ReturnType<typeof driverPhone>>): Promise<void> {
  const known = (await deliveriesOf(phone)).length;
  await openAt('/unplanned', phone);
  fireEvent.click(await screen.findByRole('button', { name: /Bus station/ }));
  fireEvent.click(await screen.findByRole('button', { name: 'Tea' }));
  fireEvent.click(await screen.findByRole('button', { name: /Delivered/ }));
  await waitFor(async () => expect(await deliveriesOf(phone)).toHaveLength(known + 1));
}
