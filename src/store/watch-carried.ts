import { liveQuery } from 'dexie';
import type { PhoneStore } from './phone-store.ts';

/** Tells, now and at each change, how many files of other phones have not been sent on. Ends with the page. */
export function watchCarried({ database }: PhoneStore, tell: (waitingCount: number) => void): void {
  const waiting = liveQuery(() => database.carried.filter(({ outcome }) => outcome === null).count());
  // A memory that does not answer is told of by everything else on the page.
  waiting.subscribe(tell, () => undefined);
}
