import { bytesToBase32 } from '#lib/base32.ts';
import type { Sha256 } from '#lib/ports.ts';
import { utf8Length, writeUtf8 } from '#lib/utf8.ts';
import type { RowId } from '#domain/scalars.ts';

const MARK_BYTES = 5;

/**
 * A notice as it stands, in eight characters: another wording is another mark (SPEC 8.17).
 * @param json its body as it travels (SPEC 8.7)
 */
export function noticeMark(sha256: Sha256, id: RowId, json: string): string {
  const text = `${id} ${json}`;
  const bytes = new Uint8Array(utf8Length(text));
  writeUtf8(text, bytes, 0);
  return bytesToBase32(sha256(bytes).subarray(0, MARK_BYTES));
}
