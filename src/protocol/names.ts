import { bytesToBase32 } from '#lib/base32.ts';
import type { Sha256 } from '#lib/ports.ts';
import type { BranchId, DeviceId, RowId } from '#domain/scalars.ts';

const DEVICE_ID_BYTES = 10;
const SECRET_ID_BYTES = 16;

/** A device is named by its key, so nobody can claim another's name (SPEC 5). */
export function deviceIdOf(sha256: Sha256, signKey: Uint8Array): DeviceId {
  return bytesToBase32(sha256(signKey).slice(0, DEVICE_ID_BYTES)) as DeviceId;
}

/** An invite is named by the hash of its secret, so that no database and no feed holds the secret. */
export function inviteIdOf(sha256: Sha256, secret: string): RowId {
  return idOfSecret(sha256, `dastarkhan-invite ${secret}`);
}

/** A sponsor's link is named in the same way (SPEC 11.1). */
export function sponsorLinkIdOf(sha256: Sha256, secret: string): RowId {
  return idOfSecret(sha256, `dastarkhan-sponsor ${secret}`);
}

/**
 * What a vehicle is called in a branch that it is lent to: the same each time that the same loan is asked for, and nothing of
 * the id that it has where it comes from, which names a phone of that branch (SPEC 14.6).
 */
export function lentVehicleIdOf(sha256: Sha256, vehicle: RowId, to: BranchId): RowId {
  return idOfSecret(sha256, `dastarkhan-lent ${to} ${vehicle}`);
}

function idOfSecret(sha256: Sha256, text: string): RowId {
  const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
  return bytesToBase32(sha256(bytes).slice(0, SECRET_ID_BYTES)) as RowId;
}
