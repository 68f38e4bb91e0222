import type { DeviceId } from '#domain/scalars.ts';
import type { DeviceRecord, Transaction } from '../storage/port.ts';

/** A place in a log up to which nothing is missing, and the log's hash there. */
export type LogEnd = { readonly storedThrough: number; readonly headHash: Uint8Array };

/** When a segment fills a gap, what lay beyond the gap belongs to the log's whole part from now on. */
export async function bridged(transaction: Transaction, device: DeviceId, end: LogEnd, last: number): Promise<LogEnd> {
  return end.storedThrough === last ? ((await endFrom(transaction, device, last + 1)) ?? end) : end;
}

/** The end of the stretch without a gap that holds this number (SPEC 10.4); the whole part's end when it is not here. */
export async function stretchEnd(transaction: Transaction, record: DeviceRecord, number: number): Promise<LogEnd> {
  const whole = { storedThrough: record.storedThrough, headHash: record.headHash };
  return number <= record.storedThrough ? whole : ((await endFrom(transaction, record.device, number)) ?? whole);
}

async function endFrom(transaction: Transaction, device: DeviceId, from: number): Promise<LogEnd | undefined> {
  const end = await transaction.logEnd(device, from);
  return end === undefined ? undefined : { storedThrough: end.number, headHash: end.hash };
}
