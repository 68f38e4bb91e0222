import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import type { AsideBody } from '#domain/review.ts';
import type { Row } from '#domain/rows.ts';
import type { DeviceId, RowId } from '#domain/scalars.ts';
import { NOON } from '#test/store/support/test-store.ts';

import { BRIDGE, MEAL, row, RUN, runRow, TODAY, units } from '../support/driver-phone.tsx';
import { ANNA, ANNAS_PHONE, bodiesOf, delivered, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

const KEPT = 'k'.repeat(26) as RowId;
const device = ANNAS_PHONE as string as DeviceId;
const facts = { run: RUN, stop: 0, checkpoint: BRIDGE, on: TODAY, window: null, reason: null, note: '' };

function aside(body: Partial<AsideBody> = {}): Row {
  const args = JSON.stringify({ ...facts, lines: [{ item: MEAL, count: units(12) }], how: 'atStop' });
  const times = { claimedAt: NOON - 3_600_000, receivedAt: NOON };
  const about = { device, member: ANNA, number: 9, name: 'deliveryRecord', args, reason: 'revoked' as const };
  return { kind: 'aside', id: KEPT, body: { ...about, ...times, ...body } };
}

const card = async (name: RegExp | string) => within(await screen.findByRole('article', { name }));

test('the day says how many things wait for a decision, whatever their day, and leads there', async () => {
  const old = delivered(row(60), { flags: ['runCancelled'], on: '2025-12-01' as typeof TODAY, run: null, stop: null });
  const laptop = await organiserLaptop(runRow({ driver: ANNA }), old, aside());
  await openLaptopAt('/today', laptop);
  const link = await screen.findByRole('link', { name: /2\srecords to look at/ });
  expect(link.getAttribute('href')).toBe('/review');
});

test('a flagged record reads as a sentence with what to do, and is kept as it is with one tap that can be undone', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(
    runRow({ driver: ANNA, status: 'cancelled' }),
    delivered(row(60), { flags: ['runCancelled'] }),
  );
  await openLaptopAt('/review', laptop);
  const flagged = await card('Delivered on a cancelled run');
  flagged.getByText(/recorded by Anna · 17:00/);
  flagged.getByText(/The delivery counts. See whether another run/);
  await person.click(flagged.getByRole('button', { name: 'Keep as it is' }));
  await screen.findByText('Nothing waits for a decision');
  expect(await bodiesOf(laptop, 'review')).toMatchObject([{ decision: 'kept', seen: ['runCancelled'] }]);
  await person.click(screen.getByRole('button', { name: 'Undo' }));
  await card('Delivered on a cancelled run');
});

test('of two records of one stop one is taken back, and both stay to be read', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(
    runRow({ driver: ANNA }),
    delivered(row(60)),
    delivered(row(61), { recordedAt: NOON + 60_000, lines: [{ item: MEAL, count: units(5) }] }),
  );
  await openLaptopAt('/review', laptop);
  const twice = await card('This stop was recorded more than once');
  twice.getByText(/Hot meal 20/);
  twice.getByText(/Hot meal 5/);
  const [, second] = twice.getAllByRole('button', { name: 'Take this one back' });
  if (second === undefined) throw new Error('each of the two can be taken back');
  await person.click(second);
  await screen.findByText('Nothing waits for a decision');
  expect(await bodiesOf(laptop, 'correction')).toMatchObject([{ delivery: row(61), lines: null }]);
  await person.click(screen.getByRole('button', { name: 'Undo' }));
  await card('This stop was recorded more than once');
});

test('told on a run and recorded beside the runs: with one tap it is one delivery, on its run; and two again when that is undone', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(
    runRow({ driver: ANNA }),
    delivered(row(60), { how: 'told' }),
    delivered(row(61), { run: null, stop: null, recordedAt: NOON + 60_000 }),
  );
  await openLaptopAt('/review', laptop);
  const title = 'Perhaps one delivery: once on a run, once beside the runs';
  await person.click((await card(title)).getByRole('button', { name: 'It is the same delivery' }));
  await screen.findByText('Nothing waits for a decision');
  expect(await bodiesOf(laptop, 'correction')).toMatchObject([{ delivery: row(61), lines: null }]);
  await person.click(screen.getByRole('button', { name: 'Undo' }));
  await card(title);
});

test('late work of a blocked phone is taken in once; taken back and taken in again it is still one delivery', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(runRow({ driver: ANNA }), aside());
  await openLaptopAt('/review', laptop);
  const takeIn = async () => {
    const late = await card('Came from a phone after it was blocked');
    late.getByText('Delivery: Bridge post');
    late.getByText(/Hot meal 12/);
    late.getByText(/from the phone of Anna · written 16:00 · arrived 17:00/);
    await person.click(late.getByRole('button', { name: 'Take it in' }));
    await screen.findByText('Nothing waits for a decision');
  };
  await takeIn();
  expect(await bodiesOf(laptop, 'delivery')).toMatchObject([{ ...facts, how: 'review', member: ANNA, device }]);
  await person.click(screen.getByRole('button', { name: 'Undo' }));
  await takeIn();
  const deliveries = await bodiesOf(laptop, 'delivery');
  expect(deliveries).toHaveLength(1);
  expect(deliveries[0]?.corrections).toHaveLength(2);
  await person.click(screen.getByRole('button', { name: 'Decide again' }));
  await card('Came from a phone after it was blocked');
});

test('of a copied phone both sides are shown: what counts, and what was kept aside', async () => {
  const rival = `${device}.9` as RowId;
  const laptop = await organiserLaptop(runRow({ driver: ANNA }), delivered(rival), aside({ reason: 'fork' }));
  await openLaptopAt('/review', laptop);
  const fork = await card(/^A copy of a phone/);
  fork.getByRole('heading', { name: 'What counts' });
  fork.getByText(/Hot meal 20/);
  fork.getByRole('heading', { name: 'What was kept aside' });
  fork.getByText(/Hot meal 12/);
});

test('what waits may wait on, or is set aside for good, and says so below', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(aside({ reason: 'waitsForEntry', name: 'teleport', args: null }));
  await openLaptopAt('/review', laptop);
  const waiting = await card('Waits for another record that has not arrived');
  waiting.getByText('This version of the app cannot read what it says.');
  expect(waiting.queryByRole('button', { name: 'Take it in' })).toBeNull();
  waiting.getByRole('button', { name: 'Let it wait' });
  await person.click(waiting.getByRole('button', { name: 'Set aside for good' }));
  const decided = within(await screen.findByRole('region', { name: 'Decided' }));
  decided.getByText('No. 9');
  decided.getByText('Set aside for good');
  await person.click(decided.getByRole('button', { name: 'Decide again' }));
  await card('Waits for another record that has not arrived');
});
