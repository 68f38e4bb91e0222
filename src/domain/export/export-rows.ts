import type { Body, Kind } from '../rows.ts';
import type { RowId } from '../scalars.ts';

/** The kinds that are taken out; who has which phone and who was invited stays. */
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
  'run',
  'delivery',
  'correction',
] as const satisfies readonly Kind[];
export type ExportedKind = (typeof exportedKinds)[number];

/** Every row of these kinds. */
export type ExportRows = {
  readonly [K in ExportedKind]: readonly { readonly id: RowId; readonly body: Body<K> }[];
};
