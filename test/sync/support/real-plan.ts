import type { Args } from '#domain/mutators.ts';
import type { Count, RowId } from '#domain/scalars.ts';
import { allRows } from '#test/store/support/test-store.ts';
import { TODAY } from '#test/support/test-plan.ts';

import type { RealPhone } from './real-phone.ts';

export async function rowIdOf(phone: RealPhone, number: number): Promise<RowId> {
  return `${(await phone.store.identity())?.device}.${number}` as RowId;
}

export function delivery(checkpoint: RowId, item: RowId, other: Partial<Args<'deliveryRecord'>> = {}) {
  const lines = [{ item, count: 2500 as Count }];
  const usual = {
    run: null,
    stop: null,
    checkpoint,
    on: TODAY,
    window: null,
    lines,
    reason: null,
    note: '',
    how: 'atStop',
  } as const;
  return { name: 'deliveryRecord', args: { ...usual, ...other } } as const;
}

/** An organiser's plan: tea, a place, and a run of one stop for the driver. */
export async function plan(organiser: RealPhone, driver: RealPhone) {
  const item = await rowIdOf(
    organiser,
    await organiser.write({ name: 'itemCreate', args: { fields: { name: 'Tea', unit: 'litre' } } }),
  );
  const fields = {
    name: 'Bus station',
    code: '7',
    otherNames: null,
    landmark: '',
    district: '',
    phone: null,
    position: null,
  };
  const place = await rowIdOf(organiser, await organiser.write({ name: 'checkpointCreate', args: { fields } }));
  await organiser.settle();
  const stops = [{ checkpoint: place, lines: [{ item, count: 2500 as Count }] }];
  const member = (await driver.store.identity())?.member ?? null;
  const args = { label: '', on: TODAY, window: null, kitchen: null, driver: member, stops };
  const run = await rowIdOf(organiser, await organiser.write({ name: 'runPlan', args }));
  await organiser.settle();
  await driver.settle();
  return { item, place, run };
}

/** The key texts of the deliveries that a phone shows. */
export async function deliveriesOf(phone: RealPhone): Promise<readonly string[]> {
  return [...(await allRows(phone.store)).keys()].filter((key) => key.startsWith('delivery/')).toSorted();
}
