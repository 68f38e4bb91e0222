import type { Identity } from '../identity.ts';
import type { PhoneStore } from '../phone-store.ts';

/** Who this phone is, as its newest credential says; null before enrolment. */
export function ownIdentity(store: PhoneStore): Promise<Identity | null> {
  return store.identity();
}
