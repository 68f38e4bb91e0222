import type { DeviceId } from '#domain/scalars.ts';

/**
 * An enrolment whose answer has not come yet. It was stored with its keys and entry 1 before the server heard of it, so
 * that a lost answer is asked for again by the same device, even after the app was closed.
 */
export type PendingEnrolment = {
  readonly secret: string;
  readonly organisation: string;
  readonly serverKey: Uint8Array;
  readonly device: DeviceId;
  /** Raw public keys. */
  readonly signKey: Uint8Array;
  readonly agreeKey: Uint8Array;
};
