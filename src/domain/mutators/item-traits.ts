import { itemTraitsFields } from '../item-traits.ts';
import { rowId } from '../scalars.ts';
import { setRow } from './set-row.ts';

/** What is in an item, and how long it may be on the way. */
export const itemTraitsSet = setRow({ item: rowId }, itemTraitsFields, {
  kind: 'itemTraits',
  idOf: ({ item }) => item,
  bodyOf: (_item, fields) => fields,
  names: ({ item }) => [{ kind: 'item', id: item }],
});
