import type { Line, RowId } from '#domain/scalars.ts';
import { nameIn, type NameLanguage } from '#domain/other-names.ts';
import { rowTable } from '../database.ts';
import type { PhoneStore } from '../phone-store.ts';
import { unsent, type UnsentRecord } from './unsent.ts';

/** What an unsent record is about, in names: a place, a person, a run. Empty when this phone does not know it. */
export type UnsentSubject = UnsentRecord & { readonly subject: string; readonly lines: readonly Line[] };

/** Where names are looked up, and for whom. */
export type Asked = Pick<PhoneStore, 'database'> & { readonly language: NameLanguage };

/** What is not on the server yet, and what each record is about, in a reader's language. */
export async function unsentSubjects(store: PhoneStore, language: NameLanguage): Promise<readonly UnsentSubject[]> {
  const records = await unsent(store);
  const asked: Asked = { database: store.database, language };
  // Thousands of records speak of a few dozen places: each is looked up, and waited for, once.
  const placeIds = new Set(records.flatMap((record) => placeOf(record) ?? []));
  const [placeNames, otherSubjects] = await Promise.all([
    Promise.all([...placeIds].map(async (id) => [id, await nameOf(asked, PLACES, id)] as const)),
    Promise.all(
      records
        .filter((record) => placeOf(record) === null)
        .map(async (record) => [record.number, await subjectOf(asked, record)] as const),
    ),
  ]);
  const [byPlace, byNumber] = [new Map(placeNames), new Map(otherSubjects)];
  return records.map((record) => {
    const place = placeOf(record);
    const subject = place === null ? byNumber.get(record.number) : byPlace.get(place);
    return { ...record, subject: subject ?? '', lines: linesOf(record) };
  });
}

function placeOf({ args }: UnsentRecord): RowId | null {
  return args !== null && 'checkpoint' in args ? args.checkpoint : null;
}

function linesOf({ args }: UnsentRecord): readonly Line[] {
  if (args === null || !('lines' in args)) return [];
  return args.lines.flatMap((line) => ('item' in line ? [line] : []));
}

/** The name of what a mutation is about; empty when this phone does not know it. */
export async function subjectOf(asked: Asked, { args }: Pick<UnsentRecord, 'args'>): Promise<string> {
  if (args === null) return '';
  if ('checkpoint' in args && args.checkpoint !== null) return nameOf(asked, PLACES, args.checkpoint);
  if ('request' in args) return placeOfRequest(asked, args.request);
  if ('delivery' in args) return placeOfDelivery(asked, args.delivery);
  if ('photo' in args) return placeOfPhoto(asked, args.photo);
  if ('fields' in args) return subjectOfFields(asked, args.fields);
  if ('pledge' in args) return itemOfPledge(asked, args.pledge);
  if ('sponsor' in args) return nameOf(asked, ['sponsor'], args.sponsor);
  if ('label' in args) return args.label;
  if ('kitchen' in args) return nameOf(asked, ['kitchen'], args.kitchen);
  if ('item' in args) return nameOf(asked, ['item'], args.item);
  if ('run' in args) return args.run === null ? '' : nameOf(asked, ['run'], args.run);
  if ('member' in args) return nameOf(asked, ['member'], args.member);
  if ('device' in args) return nameOf(asked, ['device'], args.device);
  if ('about' in args) return placeOfDelivery(asked, args.about);
  if ('id' in args) return nameOf(asked, KINDS_OF_IDS, args.id);
  return 'name' in args ? args.name : '';
}

type Fields = Extract<NonNullable<UnsentRecord['args']>, { readonly fields: unknown }>['fields'];

async function subjectOfFields(asked: Asked, fields: Fields): Promise<string> {
  if ('otherNames' in fields) return nameIn(fields, asked.language);
  if ('name' in fields) return fields.name;
  return 'texts' in fields ? (fields.texts[0]?.title ?? '') : nameOf(asked, ['item'], fields.item);
}

async function itemOfPledge(asked: Asked, pledge: RowId): Promise<string> {
  const row = await asked.database.pledge.get(pledge);
  return row === undefined ? '' : nameOf(asked, ['item'], row.body.item);
}

async function placeOfDelivery(asked: Asked, delivery: RowId): Promise<string> {
  const row = await asked.database.delivery.get(delivery);
  return row === undefined ? '' : nameOf(asked, ['checkpoint', 'placeName'], row.body.checkpoint);
}

async function placeOfPhoto(asked: Asked, photo: RowId): Promise<string> {
  const row = await asked.database.photo.get(photo);
  return row === undefined ? '' : placeOfDelivery(asked, row.body.delivery);
}

async function placeOfRequest(asked: Asked, request: RowId): Promise<string> {
  const row = await asked.database.request.get(request);
  return row === undefined ? '' : nameOf(asked, ['checkpoint', 'placeName', 'placeContact'], row.body.checkpoint);
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

const PLACES: readonly Named[] = ['checkpoint', 'placeName'];

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
async function nameOf({ database, language }: Asked, kinds: readonly Named[], id: RowId): Promise<string> {
  const rows = await Promise.all(kinds.map((kind) => rowTable(database, kind).get(id)));
  const body = rows.find((row) => row !== undefined)?.body;
  if (body === undefined) return '';
  if ('otherNames' in body) return nameIn(body, language);
  if ('name' in body) return body.name;
  return 'label' in body ? body.label : '';
}
