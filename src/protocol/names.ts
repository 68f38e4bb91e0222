import { bytesToBase32 } from '#lib/base32.ts';
import type { Sha256 } from '#lib/ports.ts';
import type { DeviceId, RowId } from '#domain/scalars.ts';

const DEVICE_ID_BYTES = 10;
const INVITE_ID_BYTES = 16;

/** A device is named by its key, so nobody can claim another's name (SPEC 5). */
export function deviceIdOf(sha256: Sha256, signKey: Uint8Array): DeviceId {
  return bytesToBase32(sha256(signKey).slice(0, DEVICE_ID_BYTES)) as DeviceId;
}

/** An invite is named by the hash of its secret, so that no database and no feed holds the secret. */
export function inviteIdOf(sha256: Sha256, secret: string): RowId {
  const bytes = Uint8Array.from(`dastarkhan-invite ${secret}`, (character) => character.charCodeAt(0));
  return bytesToBase32(sha256(bytes).slice(0, INVITE_ID_BYTES)) as RowId;
}
