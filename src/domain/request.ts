import * as v from 'valibot';
import { originOfRow } from './context.ts';
import { instant, name, note, rowId, type DeviceId, type RowId } from './scalars.ts';

/** What a checkpoint may ask for besides its meals: goods, roads and services, never people. The screens give each its picture. */
export const requestWhat = v.picklist([
  'tea',
  'stove',
  'fuel',
  'power',
  'radio',
  'connection',
  'light',
  'road',
  'other',
]);
export type RequestWhat = v.InferOutput<typeof requestWhat>;

/** Far more stoves than any checkpoint has. */
export const MAX_PIECES = 999;
/** Whole pieces, canisters, litres as the note says. */
export const askedCount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PIECES));

/**
 * What becomes of a request; whoever may move it at all may move it back.
 *
 *   open --promise--> promised --settle--> done
 *     |`-----------settle-----------------^
 *     `--settle--> withdrawn
 */
export const requestStatus = v.picklist(['open', 'promised', 'done', 'withdrawn']);
export type RequestStatus = v.InferOutput<typeof requestStatus>;

/** Where a request stands, and which organisation said that it will bring it; never a person. */
export const requestAnswer = v.object({ status: requestStatus, promisedBy: v.nullable(name) });
export type RequestAnswer = v.InferOutput<typeof requestAnswer>;

/** An ad-hoc need of a checkpoint. It says of nobody who asked. */
export const requestBody = v.object({
  checkpoint: rowId,
  what: requestWhat,
  count: askedCount,
  note,
  /** The phone's claim; the server's own time stands in its log. */
  raisedAt: instant,
  ...requestAnswer.entries,
});
export type RequestBody = v.InferOutput<typeof requestBody>;

/** Roads and connections are not counted: one is asked for. */
export function isCounted(what: RequestWhat): boolean {
  return what !== 'road' && what !== 'connection';
}

/** True for a request that somebody raised on this very device. */
export function isRaisedOn(request: RowId, device: DeviceId): boolean {
  return originOfRow(request)?.device === device;
}
