import type { DeviceId } from '#domain/scalars.ts';
import type { DeviceRecord, Transaction } from '../storage/port.ts';

/** A place in a log up to which nothing is missing, and the log's hash there. */
export type LogEnd = { readonly storedThrough: number; readonly headHash: Uint8Array };

/** When a segment fills a gap, what lay beyond the gap belongs to the log's whole part from now on. */
export async function bridged(transaction: Transaction, device: DeviceId, end: LogEnd, last: number): Promise<LogEnd> {
  if (end.storedThrough !== last) return end;
  const [next] = await transaction.log(device, last + 1, last + 1);
  return next === undefined ? end : follow(transaction, device, end);
}

/** The end of the stretch without a gap that holds this number (SPEC 10.4); the whole part's end when it is not here. */
export async function stretchEnd(transaction: Transaction, record: DeviceRecord, number: number): Promise<LogEnd> {
  const whole = { storedThrough: record.storedThrough, headHash: record.headHash };
  if (number <= record.storedThrough) return whole;
  const [held] = await transaction.log(record.device, number, number);
  return held === undefined
    ? whole
    : follow(transaction, record.device, { storedThrough: held.number, headHash: held.hash });
}

/** Beyond a gap lies little: what one phone has kept since. */
async function follow(transaction: Transaction, device: DeviceId, from: LogEnd): Promise<LogEnd> {
  const rest = await transaction.log(device, from.storedThrough + 1, Number.MAX_SAFE_INTEGER);
  return rest.reduce(
    (reached, row) =>
      row.number === reached.storedThrough + 1 ? { storedThrough: row.number, headHash: row.hash } : reached,
    from,
  );
}
