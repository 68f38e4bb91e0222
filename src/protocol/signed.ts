import * as v from 'valibot';
import type { Sign, Verify } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { fromBytes, type Schema, toBytes } from './canonical.ts';
import { anyBytes, signatureBytes } from './fields.ts';

/** A statement and whose it is: the bytes that were signed travel as they were signed. */
export const signedSchema = v.object({ statement: anyBytes, signature: signatureBytes });
export type Signed = v.InferOutput<typeof signedSchema>;

/** States something under a key. The statement's first field names its purpose, so that none can pass for another. */
export async function state<T>(schema: Schema<T>, value: T, sign: Sign): Promise<Signed> {
  const statement = toBytes(schema, value);
  return { statement, signature: await sign(statement) };
}

/** Reads a statement if the key signed it. */
export async function readSigned<T>(
  schema: Schema<T>,
  signed: Signed,
  publicKey: Uint8Array,
  verify: Verify,
): Promise<Result<T, { readonly code: 'malformed' | 'forged' }>> {
  const isGenuine = await verify(publicKey, signed.signature, signed.statement);
  if (!isGenuine) return err({ code: 'forged' });
  const read = fromBytes(schema, signed.statement);
  return read.ok ? ok(read.value) : read;
}
