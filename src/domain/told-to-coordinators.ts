import { addDays } from './days.ts';
import { type Body, type Kind, put, type Row } from './rows.ts';
import type { Day, RowId } from './scalars.ts';

/** Stands for whoever drives: that somebody does says whether food comes, and who it is stays in the branch. */
export const SOMEBODY = 'somebody' as RowId;

/** Stands for what a vehicle is called, which may be after whose it is. */
const A_VEHICLE = 'vehicle';

/** Days before today of which coordinators are still told. */
const TOLD_DAYS = 7;

/**
 * What a coordinator is told of a branch: enough to see by the hour what is planned, delivered and missing where, and
 * nothing of people - no names, telephones, notes, landmarks or positions, no word about who drives, recorded or asked.
 * Of each kind that is named here every row is told, so that a departure speaks of nothing that was not; any other kind stays
 * in the branch until somebody says otherwise.
 */
export const coordinatorsSieve: { readonly [K in Kind]?: (body: Body<K>) => Body<K> } = {
  branch: (body) => body,
  item: (body) => body,
  mealWindow: (body) => body,
  // Field by field, so that one that is new stays in the branch until somebody says otherwise.
  checkpoint: ({ name, otherNames, code, district, status }) => ({
    name,
    otherNames,
    code,
    district,
    status,
    landmark: '',
    phone: null,
    position: null,
  }),
  requirement: (body) => body,
  dayRequirement: (body) => body,
  cancellation: (body) => ({ ...body, reason: '' }),
  // What can be lent: how much goes in, and no plate. Somebody's own car is told as if it were not there.
  vehicle: ({ capacity, keepsHot, driver, status }) => ({
    capacity,
    keepsHot,
    status: driver === null ? status : 'closed',
    name: A_VEHICLE,
    registration: '',
    driver: null,
  }),
  run: ({ on, window, driver, answer, stops, status, hasLeftPhone }) => ({
    on,
    window,
    answer,
    stops,
    status,
    hasLeftPhone,
    label: '',
    kitchen: null,
    driver: driver === null ? null : SOMEBODY,
    loaded: [],
    reason: '',
    importedFrom: null,
  }),
  delivery: ({ run, stop, checkpoint, on, window, lines, how, recordedAt, corrections }) => ({
    run,
    stop,
    checkpoint,
    on,
    window,
    lines,
    how,
    recordedAt,
    corrections,
    reason: null,
    note: '',
    member: null,
    device: null,
    flags: [],
  }),
  correction: ({ delivery, lines, recordedAt }) => ({
    delivery,
    lines,
    recordedAt,
    deliveryMember: null,
    reason: null,
    note: '',
    member: null,
  }),
};

/** The first day of which coordinators are told today. */
export function firstToldDay(today: Day): Day {
  return addDays(today, -TOLD_DAYS);
}

/** True for kinds of which coordinators are told at all. */
export function isToldToCoordinators(kind: Kind): boolean {
  return coordinatorsSieve[kind] !== undefined;
}

/**
 * A row as coordinators see it; undefined when it is not for them, or of a day too long ago. A correction is of the day of its
 * delivery, and is not told without it.
 */
export function toldToCoordinators(
  row: Row,
  today: Day,
  dayOfDelivery: (delivery: RowId) => Day | undefined,
): Row | undefined {
  const show = coordinatorsSieve[row.kind] as ((body: Body) => Body) | undefined;
  if (show === undefined) return undefined;
  const on = row.kind === 'correction' ? dayOfDelivery(row.body.delivery) : 'on' in row.body ? row.body.on : null;
  if (on === undefined || (on !== null && on < firstToldDay(today))) return undefined;
  const { kind, id, body } = put(row.kind, row.id, show(row.body)) as Extract<ReturnType<typeof put>, { op: 'put' }>;
  return { kind, id, body } as Row;
}
