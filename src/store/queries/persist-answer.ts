import type { PersistAnswer } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';

/** What the browser said when it was last asked to keep this storage; null when it was never asked. */
export function persistAnswer(store: PhoneStore): Promise<PersistAnswer | null> {
  return store.persistAnswer();
}
