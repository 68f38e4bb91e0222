import type { Args, Mutation } from '#domain/mutators.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import type { TestPhone } from './test-phone.ts';

/** The day of the tests. */
export const TODAY = '2026-01-15' as Day;

/** An amount as a test writes it: 2.5 of an item. */
export function amount(item: RowId, units: number): { readonly item: RowId; readonly count: Count } {
  return { item, count: Math.round(units * 1000) as Count };
}

/** A checkpoint, by an organiser; gives its id. */
export function writeCheckpoint(
  organiser: TestPhone,
  code: string,
  name: string,
  other: Partial<Args<'checkpointCreate'>['fields']> = {},
): RowId {
  const fields = { name, code, otherNames: null, landmark: '', district: '', phone: null, position: null, ...other };
  return organiser.rowId(organiser.write({ name: 'checkpointCreate', args: { fields } }));
}

/** An item, by an organiser; gives its id. */
export function writeItem(organiser: TestPhone, name: string): RowId {
  return organiser.rowId(organiser.write({ name: 'itemCreate', args: { fields: { name, unit: 'l' } } }));
}

/** A run of these places, ten of the item at each; gives its id. */
export function writeRun(
  organiser: TestPhone,
  plan: {
    readonly driver: RowId | null;
    readonly places: readonly RowId[];
    readonly item: RowId;
    readonly label?: string;
  },
): RowId {
  const stops = plan.places.map((checkpoint) => ({ checkpoint, lines: [amount(plan.item, 10)] }));
  const args = { label: plan.label ?? '', on: TODAY, window: null, kitchen: null, driver: plan.driver, stops };
  return organiser.rowId(organiser.write({ name: 'runPlan', args }));
}

/** A delivery; unplanned when no run is named. */
export function delivery(
  checkpoint: RowId,
  item: RowId,
  other: Partial<Args<'deliveryRecord'>> = {},
): Extract<Mutation, { readonly name: 'deliveryRecord' }> {
  const args = { run: null, stop: null, checkpoint, on: TODAY, window: null, lines: [amount(item, 10)] };
  const rest = { reason: null, note: '', how: 'atStop' } as const;
  return { name: 'deliveryRecord', args: { ...args, ...rest, ...other } };
}

/** The ids of the rows of one kind that a phone holds. */
export function idsOf(phone: TestPhone, kind: string): readonly RowId[] {
  return [...phone.rows.values()].filter((row) => row.kind === kind).map((row) => row.id);
}

/** A row's body as a phone holds it. */
export function bodyOf<T>(phone: TestPhone, kind: string, id: RowId): T | undefined {
  return phone.rows.get(`${kind}/${id}`)?.body as T | undefined;
}
