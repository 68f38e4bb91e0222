import * as v from 'valibot';
import type { Result } from '#lib/result.ts';
import { branchId, instant } from '#domain/scalars.ts';
import { MAX_ARGS_BYTES } from './bounds.ts';
import { bytesUpTo } from './fields.ts';
import { fromBytesInPlace, toBytes } from './canonical.ts';

const argsBytes = bytesUpTo(MAX_ARGS_BYTES);

/** The fixed envelope (SPEC 2): readable for ever, whatever mutation it holds. */
export const entrySchema = v.object({
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4_294_967_295)),
  claimedAt: instant,
  branch: branchId,
  /** The mutation's name; may be one that this program does not know yet. */
  name: v.pipe(v.string(), v.regex(/^[a-z][A-Za-z]{0,39}$/)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255)),
  /** The arguments' canonical bytes, opaque here, and never encoded again. */
  args: argsBytes,
});
export type Entry = v.InferOutput<typeof entrySchema>;

/** The entry's bytes, as they are hashed, pushed, carried and kept. */
export function entryToBytes(entry: Entry): Uint8Array<ArrayBuffer> {
  return toBytes(entrySchema, entry);
}

/** Reads one entry; its arguments stay opaque, and are a view of it. */
export function bytesToEntry(bytes: Uint8Array): Result<Entry, { readonly code: 'malformed' }> {
  return fromBytesInPlace(entrySchema, bytes);
}
