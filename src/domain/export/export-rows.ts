import type { Body, Kind } from '../rows.ts';
import type { RowId } from '../scalars.ts';

/**
 * The kinds that are taken out: all that an organiser sees, but for who has which phone and who was invited, what only makes
 * a name or a code unique, and what stands in another row already.
 */
export const exportedKinds = [
  'checkpoint',
  'kitchen',
  'item',
  'itemTraits',
  'mealWindow',
  'requirement',
  'dayRequirement',
  'cancellation',
  'batch',
  'vehicle',
  'member',
  'availability',
  'run',
  'delivery',
  'correction',
  'returnable',
  'returnableCount',
  'sponsor',
  'pledge',
  'load',
  'need',
  'notice',
  'request',
  'shift',
  'aside',
  'review',
] as const satisfies readonly Kind[];
export type ExportedKind = (typeof exportedKinds)[number];

/** What stays: the branch's name, keys of phones, invites and links, rows that hold nothing of their own, and pictures. */
export const keptKinds = [
  'branch',
  'device',
  'contact',
  'invite',
  'sponsorLink',
  'claim',
  'placeName',
  'placeContact',
  'photo',
] as const satisfies readonly Exclude<Kind, ExportedKind>[];

/** Every row of these kinds. */
export type ExportRows = {
  readonly [K in ExportedKind]: readonly { readonly id: RowId; readonly body: Body<K> }[];
};
