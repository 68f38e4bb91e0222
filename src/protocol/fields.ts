import * as v from 'valibot';

/** Byte fields of the wire, by their length. */
export const anyBytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array);
export const bytesOf = (length: number) => v.pipe(anyBytes, v.length(length));
export const bytesUpTo = (length: number) => v.pipe(anyBytes, v.maxLength(length));
export const hashBytes = bytesOf(32);
export const signatureBytes = bytesOf(64);
export const publicKeyBytes = bytesOf(65);
export const nonceBytes = bytesOf(16);

/** The wire's version, the first field of every request. */
export const wireVersion = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255));
/** A mutation number, or 0 for "none yet". */
export const numberOrNone = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_294_967_295));
/** Random, sixteen characters of base32: names one life of the server's database. */
export const epoch = v.pipe(v.string(), v.regex(/^[0-9a-z]{16}$/));
/** Made by the server, thirteen characters of base32: proves that a cursor comes from its history, or from one that a restore undid. */
export const mark = v.pipe(v.string(), v.regex(/^[0-9a-z]{13}$/));
export const organisationId = v.pipe(v.string(), v.regex(/^[0-9a-z]{16}$/));
/** A place in a branch's history. */
export const cursor = v.object({ number: v.pipe(v.number(), v.integer(), v.minValue(0)), mark });
export type Cursor = v.InferOutput<typeof cursor>;
