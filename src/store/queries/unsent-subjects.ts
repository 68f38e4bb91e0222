import type { Line, RowId } from '#domain/scalars.ts';
import { rowTable } from '../database.ts';
import type { PhoneStore } from '../phone-store.ts';
import { unsent, type UnsentRecord } from './unsent.ts';

/** What an unsent record is about, in names: a place, a person, a run. Empty when this phone does not know it. */
export type UnsentSubject = UnsentRecord & { readonly subject: string; readonly lines: readonly Line[] };

/** What is not on the server yet, and what each record is about. */
export async function unsentSubjects(store: PhoneStore): Promise<readonly UnsentSubject[]> {
  const records = await unsent(store);
  // Thousands of records speak of a few dozen places: each is looked up once.
  const placesById = new Map<RowId, Promise<string>>();
  const subject = (record: UnsentRecord): Promise<string> => {
    const place = placeOf(record);
    if (place === null) return subjectOf(store, record);
    const known = placesById.get(place) ?? subjectOf(store, record);
    placesById.set(place, known);
    return known;
  };
  return Promise.all(
    records.map(async (record) => ({ ...record, subject: await subject(record), lines: linesOf(record) })),
  );
}

function placeOf({ args }: UnsentRecord): RowId | null {
  return args !== null && 'checkpoint' in args ? args.checkpoint : null;
}

function linesOf({ args }: UnsentRecord): readonly Line[] {
  if (args === null || !('lines' in args)) return [];
  return args.lines.flatMap((line) => ('item' in line ? [line] : []));
}

/** The name of what a mutation is about; empty when this phone does not know it. */
export async function subjectOf(store: PhoneStore, { args }: Pick<UnsentRecord, 'args'>): Promise<string> {
  if (args === null) return '';
  if ('checkpoint' in args && args.checkpoint !== null)
    return nameOf(store, ['checkpoint', 'placeName'], args.checkpoint);
  if ('request' in args) return placeOfRequest(store, args.request);
  if ('delivery' in args) return placeOfDelivery(store, args.delivery);
  if ('fields' in args) return subjectOfFields(store, args.fields);
  if ('pledge' in args) return itemOfPledge(store, args.pledge);
  if ('sponsor' in args) return nameOf(store, ['sponsor'], args.sponsor);
  if ('label' in args) return args.label;
  if ('kitchen' in args) return nameOf(store, ['kitchen'], args.kitchen);
  if ('item' in args) return nameOf(store, ['item'], args.item);
  if ('run' in args) return args.run === null ? '' : nameOf(store, ['run'], args.run);
  if ('member' in args) return nameOf(store, ['member'], args.member);
  if ('device' in args) return nameOf(store, ['device'], args.device);
  if ('about' in args) return placeOfDelivery(store, args.about);
  if ('id' in args) return nameOf(store, KINDS_OF_IDS, args.id);
  return 'name' in args ? args.name : '';
}

type Fields = Extract<NonNullable<UnsentRecord['args']>, { readonly fields: unknown }>['fields'];

async function subjectOfFields(store: PhoneStore, fields: Fields): Promise<string> {
  if ('name' in fields) return fields.name;
  return 'texts' in fields ? (fields.texts[0]?.title ?? '') : nameOf(store, ['item'], fields.item);
}

async function itemOfPledge(store: PhoneStore, pledge: RowId): Promise<string> {
  const row = await store.database.pledge.get(pledge);
  return row === undefined ? '' : nameOf(store, ['item'], row.body.item);
}

async function placeOfDelivery(store: PhoneStore, delivery: RowId): Promise<string> {
  const row = await store.database.delivery.get(delivery);
  return row === undefined ? '' : nameOf(store, ['checkpoint', 'placeName'], row.body.checkpoint);
}

async function placeOfRequest(store: PhoneStore, request: RowId): Promise<string> {
  const row = await store.database.request.get(request);
  return row === undefined ? '' : nameOf(store, ['checkpoint', 'placeName', 'placeContact'], row.body.checkpoint);
}

type Named =
  | 'checkpoint'
  | 'placeName'
  | 'placeContact'
  | 'run'
  | 'member'
  | 'device'
  | 'item'
  | 'mealWindow'
  | 'kitchen'
  | 'invite'
  | 'returnable'
  | 'vehicle'
  | 'sponsor';

/** What mutations call simply `id`. */
const KINDS_OF_IDS: readonly Named[] = [
  'item',
  'mealWindow',
  'kitchen',
  'checkpoint',
  'invite',
  'returnable',
  'vehicle',
  'sponsor',
];

/** Row ids name one row, so the first of the kinds that has it is the right one. */
async function nameOf({ database }: PhoneStore, kinds: readonly Named[], id: RowId): Promise<string> {
  const rows = await Promise.all(kinds.map((kind) => rowTable(database, kind).get(id)));
  const body = rows.find((row) => row !== undefined)?.body;
  if (body === undefined) return '';
  if ('name' in body) return body.name;
  return 'label' in body ? body.label : '';
}
