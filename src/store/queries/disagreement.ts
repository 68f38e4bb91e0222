import type { Mutation } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import { contestedRow, type Disagreement, disagreementOf } from '#domain/views/disagreement.ts';
import { rowTable } from '../database.ts';
import type { PhoneStore } from '../phone-store.ts';
import { unsent } from './unsent.ts';

export type KnownDisagreement = Disagreement & { readonly memberNames: ReadonlyMap<RowId, string> };

/** Both versions of what a refused mutation was about; null where there is nothing to choose between. */
export async function disagreement(store: PhoneStore, number: number): Promise<KnownDisagreement | null> {
  const record = (await unsent(store)).find((one) => one.number === number);
  if (record === undefined || record.name === 'unreadable') return null;
  const mutation = { name: record.name, args: record.args } as Mutation;
  const key = contestedRow(mutation);
  if (key === undefined) return null;
  const [row, members] = await Promise.all([
    rowTable(store.database, key.kind).get(key.id),
    store.database.member.toArray(),
  ]);
  const found = disagreementOf(mutation, row?.body);
  if (found === undefined) return null;
  return { ...found, memberNames: new Map(members.map(({ id, body }) => [id, body.name])) };
}
