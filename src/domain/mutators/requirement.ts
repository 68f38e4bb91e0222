import { dayRequirementId, requirementId } from '../derived-ids.ts';
import { cancellationFields, dayRequirementBody, dayRequirementFields, requirementFields } from '../requirement.ts';
import { type RowId, rowId } from '../scalars.ts';
import type { NamedKey } from './found.ts';
import { setRow } from './set-row.ts';

const { checkpoint, window, on } = dayRequirementBody.entries;
type Cell = { readonly checkpoint: RowId; readonly window: RowId };

/** What a checkpoint needs in a window, week after week. */
export const requirementSet = setRow({ checkpoint: rowId, window: rowId }, requirementFields, {
  kind: 'requirement',
  idOf: (cell) => requirementId(cell.checkpoint, cell.window),
  bodyOf: (cell, fields) => ({ checkpoint: cell.checkpoint, window: cell.window, ...fields }),
  names: placeAndWindow,
});

/** What holds on one day instead. */
export const dayRequirementSet = setRow({ checkpoint, window, on }, dayRequirementFields, {
  kind: 'dayRequirement',
  idOf: (cell) => dayRequirementId(cell.checkpoint, cell.window, cell.on),
  bodyOf: (cell, fields) => ({ checkpoint: cell.checkpoint, window: cell.window, on: cell.on, ...fields }),
  names: placeAndWindow,
});

/** Nothing is needed on one day, and why; without a reason any more, it is needed again. */
export const cancellationSet = setRow({ checkpoint, window, on }, cancellationFields, {
  kind: 'cancellation',
  idOf: (cell) => dayRequirementId(cell.checkpoint, cell.window, cell.on),
  bodyOf: (cell, { reason }) => ({ checkpoint: cell.checkpoint, window: cell.window, on: cell.on, reason }),
  names: () => [],
});

function placeAndWindow(cell: Cell): readonly NamedKey[] {
  return [
    { kind: 'checkpoint', id: cell.checkpoint },
    { kind: 'mealWindow', id: cell.window },
  ];
}
