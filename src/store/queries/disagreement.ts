import type { Mutation } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import type { RunBody } from '#domain/run.ts';
import { contestedRow, disagreementOf } from '#domain/views/disagreement.ts';
import type { Disagreement } from '#domain/views/plan-version.ts';
import { nameIn, type NameLanguage } from '#domain/other-names.ts';
import { rowTable } from '../database.ts';
import type { PhoneStore } from '../phone-store.ts';
import { unsent } from './unsent.ts';

/** What people, windows and kitchens are called in either version. */
export type VersionNames = {
  readonly memberNames: ReadonlyMap<RowId, string>;
  readonly windowNames: ReadonlyMap<RowId, string>;
  readonly kitchenNames: ReadonlyMap<RowId, string>;
};
export type KnownDisagreement = Disagreement & VersionNames;

/** Both versions of what a refused mutation was about, in a reader's language; null where there is nothing to choose between. */
export async function disagreement(
  store: PhoneStore,
  number: number,
  language: NameLanguage,
): Promise<KnownDisagreement | null> {
  const record = (await unsent(store)).find((one) => one.number === number);
  if (record === undefined || record.name === 'unreadable') return null;
  const mutation = { name: record.name, args: record.args } as Mutation;
  const key = contestedRow(mutation);
  if (key === undefined) return null;
  const { run, member, mealWindow, kitchen } = store.database;
  const [row, members, windows, kitchens] = await Promise.all([
    rowTable(store.database, key.kind).get(key.id),
    member.toArray(),
    mealWindow.toArray(),
    kitchen.toArray(),
  ]);
  const sameDay =
    row !== undefined && key.kind === 'run'
      ? await run
          .where('body.on')
          .equals((row.body as RunBody).on)
          .toArray()
      : [];
  const found = disagreementOf(mutation, row?.body, sameDay);
  if (found === undefined) return null;
  return {
    ...found,
    memberNames: namesOf(members),
    windowNames: namesOf(windows),
    kitchenNames: new Map(kitchens.map(({ id, body }) => [id, nameIn(body, language)])),
  };
}

function namesOf(
  rows: readonly { readonly id: RowId; readonly body: { readonly name: string } }[],
): ReadonlyMap<RowId, string> {
  return new Map(rows.map(({ id, body }) => [id, body.name]));
}
