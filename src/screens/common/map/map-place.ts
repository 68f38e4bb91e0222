import type { RowId } from '#domain/scalars.ts';
import type { PlaceToDraw } from '#domain/views/places-sketch.ts';

/** What stands where a place is: `bare` to `notNeeded` are the states of a checkpoint, `open` and `done` those of a stop. */
export type MapMark = 'kitchen' | 'bare' | 'short' | 'open' | 'met' | 'done' | 'notNeeded';

export type MapPlace = PlaceToDraw & {
  /** A number or a short word: what there is room for beside the mark. */
  readonly label: string;
  readonly name: string;
  readonly mark: MapMark;
  /** What stands there, in words. */
  readonly detail: string;
};

/** What a sketch, a map and the list beside them show. */
export type PlacesShown = {
  readonly places: readonly MapPlace[];
  /** Distances are measured from it; it is found on the map and in the list. */
  readonly chosen: RowId | null;
  readonly onChoose: (id: RowId) => void;
  /** What the marks mean, in the order in which it is told; marks that no place has are passed over. */
  readonly legend: readonly (readonly [MapMark, string])[];
  /** The way of a run, from place to place. */
  readonly way?: readonly RowId[] | undefined;
};
