import * as v from 'valibot';
import { enrolledRole } from '#domain/people.ts';
import { branchId, deviceId, instant, rowId } from '#domain/scalars.ts';
import { organisationId, publicKeyBytes } from './fields.ts';
import { SUITE } from './version.ts';

/**
 * The server's word on who a device is (SPEC 5), signed with the server's key. Phones verify phones with it, and a
 * server restored from an old backup takes an unknown device back on it.
 */
export const credentialSchema = v.object({
  purpose: v.literal('dastarkhan-credential'),
  suite: v.literal(SUITE),
  organisation: organisationId,
  branch: branchId,
  member: rowId,
  role: enrolledRole,
  /** An organiser whom nobody has confirmed yet may do nothing but wait. */
  isWaiting: v.boolean(),
  device: deviceId,
  signKey: publicKeyBytes,
  agreeKey: publicKeyBytes,
  issuedAt: instant,
  expiresAt: instant,
});
export type Credential = v.InferOutput<typeof credentialSchema>;

/** A credential outlives a long winter without a network; each sync past half of it brings a new one. */
export const CREDENTIAL_LIFE_MS = 180 * 24 * 60 * 60 * 1000;
