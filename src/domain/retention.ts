import { numberToDay } from './days.ts';
import { type Patch, put, type Row } from './rows.ts';
import type { Day } from './scalars.ts';

/** A run and its places leave the driver's phone this many days after the run's day. */
export const RUN_ON_PHONE_DAYS = 3;
/** Who delivered is forgotten, and a photo deleted, this many days after the delivery's day, or earlier; what was delivered stays. */
export const MOST_RETENTION_DAYS = 30;

/** Days before which a branch forgets, as its own calendar has them. */
export type Horizon = { readonly runsBefore: Day; readonly personsBefore: Day };

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What is to be forgotten on a day of the branch, `YYYY-MM-DD`.
 * @param dayToText the calendar day of epoch ms, UTC
 * @param personDays how long it stays known who delivered, at most `MOST_RETENTION_DAYS`
 */
export function horizonOf(
  todayUtcMs: number,
  dayToText: (at: number) => string,
  personDays: number = MOST_RETENTION_DAYS,
): Horizon {
  const before = (days: number) => dayToText(todayUtcMs - days * DAY_MS) as Day;
  return { runsBefore: before(RUN_ON_PHONE_DAYS), personsBefore: before(Math.min(personDays, MOST_RETENTION_DAYS)) };
}

/** How a row is to change for what it must no longer tell; undefined when it tells nothing of the kind. */
export function forget(row: Row, horizon: Horizon): Patch | undefined {
  if (row.kind === 'run') {
    const isDue = row.body.on < horizon.runsBefore && row.body.driver !== null && !row.body.hasLeftPhone;
    return isDue ? put('run', row.id, { ...row.body, hasLeftPhone: true }) : undefined;
  }
  if (row.kind === 'delivery') {
    const isDue = row.body.on < horizon.personsBefore && (row.body.member !== null || row.body.device !== null);
    return isDue ? put('delivery', row.id, { ...row.body, member: null, device: null }) : undefined;
  }
  if (row.kind === 'aside') {
    const isDue = dayOf(row.body.receivedAt) < horizon.personsBefore && row.body.device !== null;
    return isDue ? put('aside', row.id, { ...row.body, member: null, device: null }) : undefined;
  }
  if (row.kind === 'review') {
    const isDue = dayOf(row.body.decidedAt) < horizon.personsBefore && row.body.member !== null;
    return isDue ? put('review', row.id, { ...row.body, member: null }) : undefined;
  }
  if (row.kind === 'shift') {
    const isDue = dayOf(row.body.takenAt) < horizon.personsBefore && row.body.member !== null;
    return isDue ? put('shift', row.id, { ...row.body, member: null }) : undefined;
  }
  if (row.kind === 'returnableCount') {
    const isDue = row.body.on < horizon.personsBefore && row.body.member !== null;
    return isDue ? put('returnableCount', row.id, { ...row.body, member: null }) : undefined;
  }
  if (row.kind === 'photo') {
    return row.body.on < horizon.personsBefore ? { op: 'remove', kind: 'photo', id: row.id } : undefined;
  }
  return undefined;
}

/** The day in UTC: a few hours more or less do not matter after a month. */
function dayOf(at: number): Day {
  return numberToDay(Math.floor(at / DAY_MS));
}

/** The correction of a delivery whose person is forgotten: it names neither that person nor who corrected. */
export function forgetCorrector(row: Row): Patch | undefined {
  if (row.kind !== 'correction' || (row.body.member === null && row.body.deliveryMember === null)) return undefined;
  return put('correction', row.id, { ...row.body, member: null, deliveryMember: null });
}
