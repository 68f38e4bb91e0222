import type { Sha256 } from '#lib/ports.ts';
import type { Row } from '../rows.ts';
import type { Day, RowId } from '../scalars.ts';
import type { BadLine } from './bad-line.ts';
import type { ImportStep, RowIds } from './import-step.ts';

/** What the branch has already, of all that a file could bring again. */
export type Present = {
  readonly items: readonly Row<'item'>[];
  readonly checkpoints: readonly Row<'checkpoint'>[];
  /** All runs: those that came from files, and those that are to be driven. */
  readonly runs: readonly Row<'run'>[];
  readonly windows: readonly Row<'mealWindow'>[];
  readonly kitchens: readonly Row<'kitchen'>[];
  readonly members: readonly Row<'member'>[];
  /** Ids of the requirements that stand, and of those of single days. */
  readonly needIds: ReadonlySet<RowId>;
  readonly availabilities: readonly Row<'availability'>[];
  /** Ids of all deliveries: a line of a list that was taken out here names its record. */
  readonly deliveryIds: ReadonlySet<RowId>;
};

/** What the file itself does not say. */
export type Circumstances = {
  /** The branch's own day. */
  readonly today: Day;
  readonly sha256: Sha256;
  /** Lines whose quotes do not close, as a spreadsheet counts. */
  readonly brokenLines: ReadonlySet<number>;
};

/** A run of the file, for the preview. */
export type PlannedRun = {
  readonly on: Day;
  readonly label: string;
  readonly stopCount: number;
  /** The lines of the file that it is made of. */
  readonly lines: readonly number[];
  /** `more`: the run is here, and the file has lines besides; only those are brought in. */
  readonly type: 'new' | 'more';
};

/** A run that is here with other amounts than in the file. Nobody but a person can say which are right. */
export type DifferingRun = { readonly on: Day; readonly label: string; readonly lines: readonly number[] };

/**
 * What bringing in a file would do. Each of its lines is in exactly one place: counted, here already, differing or bad.
 */
export type ImportPlan = {
  /** In the order in which they must be performed. */
  readonly steps: readonly ImportStep[];
  /** The rows that the steps name and that are here already. */
  readonly rowIds: RowIds;
  readonly badLines: readonly BadLine[];
  /** Lines with content, the columns' names aside. */
  readonly lineCount: number;
  readonly newLineCount: number;
  readonly presentLineCount: number;
  readonly items: {
    readonly fresh: readonly { readonly name: string; readonly unit: string }[];
    readonly presentCount: number;
  };
  readonly checkpoints: {
    readonly fresh: readonly { readonly name: string; readonly district: string; readonly code: string }[];
    readonly presentCount: number;
  };
  readonly windows: { readonly fresh: readonly string[]; readonly presentCount: number };
  readonly people: { readonly fresh: readonly string[]; readonly presentCount: number };
  /** Volunteers whose free times are new or become more. */
  readonly freeTimes: { readonly fresh: readonly string[]; readonly presentCount: number };
  /** Places with a window and a day, or with a window of every week. */
  readonly needs: { readonly freshCount: number; readonly presentCount: number };
  readonly runs: readonly PlannedRun[];
  readonly presentRunCount: number;
  readonly differingRuns: readonly DifferingRun[];
  /** First and last day of the file: the quickest way to see that days and months were mixed up. */
  readonly days: { readonly first: Day; readonly last: Day } | null;
};

/** A plan that does nothing, to be filled. */
export const EMPTY_PLAN: ImportPlan = {
  steps: [],
  rowIds: new Map(),
  badLines: [],
  lineCount: 0,
  newLineCount: 0,
  presentLineCount: 0,
  items: { fresh: [], presentCount: 0 },
  checkpoints: { fresh: [], presentCount: 0 },
  windows: { fresh: [], presentCount: 0 },
  people: { fresh: [], presentCount: 0 },
  freeTimes: { fresh: [], presentCount: 0 },
  needs: { freshCount: 0, presentCount: 0 },
  runs: [],
  presentRunCount: 0,
  differingRuns: [],
  days: null,
};
