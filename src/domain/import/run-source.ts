import { bytesToBase32 } from '#lib/base32.ts';
import type { Sha256 } from '#lib/ports.ts';
import type { Day } from '../scalars.ts';

const KEY_BYTES = 10;

/**
 * Where an imported run came from: its day, a hash of the name that the file gives it, and which part of it this is.
 * The file's own name and the order of its lines do not matter; two phones that import the same file say the same.
 */
export function runSource(key: string, part: number): string {
  return `${key}~${part}`;
}

/** The part of a source that all parts of a run share. */
export function runSourceKey(on: Day, runKey: string, sha256: Sha256): string {
  return `${on}~${bytesToBase32(sha256(codeUnits(runKey)).subarray(0, KEY_BYTES))}`;
}

/** Undefined for a source that was not made here. */
export function parseRunSource(source: string): { readonly key: string; readonly part: number } | undefined {
  const [, key, part] = /^(\d{4}-\d{2}-\d{2}~[0-9a-z]{16})~(\d{1,4})$/.exec(source) ?? [];
  return key === undefined ? undefined : { key, part: Number(part) };
}

/** Two bytes for each UTF-16 unit: the language itself knows no UTF-8. */
function codeUnits(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[index * 2] = unit >> 8;
    bytes[index * 2 + 1] = unit & 255;
  }
  return bytes;
}
