import type { Mutation } from '#domain/mutators.ts';
import type { Row } from '#domain/rows.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';

import { MEMBER, OTHER } from './test-store.ts';

const CHECKPOINT = `${OTHER}.2` as RowId;
export const RUN = `${OTHER}.3` as RowId;
const LINES = [{ item: `${OTHER}.4` as RowId, count: 2000 as Count }];

/** The driver's one run of a day, with one stop. */
export const oneRun = {
  kind: 'run',
  id: RUN,
  body: {
    label: '',
    on: '2026-01-15' as Day,
    window: null,
    kitchen: null,
    driver: MEMBER,
    answer: 'none',
    stops: [{ checkpoint: CHECKPOINT, lines: LINES }],
    loaded: [],
    status: 'planned',
    reason: '',
    importedFrom: null,
    hasLeftPhone: false,
  },
} as const satisfies Row;

/** What the driver hands over at its stop. */
export function delivered(note = ''): Mutation {
  return {
    name: 'deliveryRecord',
    args: {
      run: RUN,
      stop: 0,
      checkpoint: CHECKPOINT,
      on: '2026-01-15' as Day,
      window: null,
      lines: LINES,
      reason: null,
      note,
      how: 'atStop',
    },
  };
}
