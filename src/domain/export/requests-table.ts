import { numberToDay } from '../days.ts';
import type { RequestStatus } from '../request.ts';
import { clock, exportNames } from './export-names.ts';
import type { ExportRows } from './export-rows.ts';
import type { ExportTable } from './export-table.ts';

/** `open` is what a place is called that is in use; a request is something else. */
const STATUSES: Readonly<Record<RequestStatus, string>> = {
  open: 'notPromised',
  promised: 'promised',
  done: 'done',
  withdrawn: 'withdrawn',
};

/** What checkpoints asked for besides meals, and what became of it, in the order in which it was asked. */
export function requestsTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  return {
    id: 'requests',
    columns: ['at', 'code', 'place', 'district', 'what', 'amount', 'note', 'status', 'promisedBy'],
    rows: rows.request
      .toSorted((a, b) => a.body.raisedAt - b.body.raisedAt)
      .map(({ body: { checkpoint, what, count, note, raisedAt, status, promisedBy } }) => [
        instantText(raisedAt),
        ...names.place(checkpoint),
        what,
        count,
        note,
        STATUSES[status],
        promisedBy ?? '',
      ]),
  };
}

/** Who took the shift over, and what stood on the hand-over then; in the order in which it was signed. */
export function shiftsTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  return {
    id: 'shifts',
    columns: [
      ...(['at', 'person', 'gaps', 'late', 'silent', 'notPromised', 'promised', 'underReview', 'note'] as const),
    ],
    rows: rows.shift
      .toSorted((a, b) => a.body.takenAt - b.body.takenAt)
      .map(({ body: { counts, note, takenAt, member } }) => [
        instantText(takenAt),
        names.member(member),
        counts.gaps,
        counts.overdue,
        counts.silent,
        counts.open,
        counts.promised,
        counts.review,
        note,
      ]),
  };
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** "2026-01-15 07:30", as the world's clock says: a file has no clock of a branch. */
function instantText(at: number): string {
  return `${numberToDay(Math.floor(at / DAY_MS))} ${clock(Math.floor((at % DAY_MS) / MINUTE_MS))}`;
}
