import type { PhoneStore } from '../phone-store.ts';

const openCounts = new WeakMap<PhoneStore, number>();

/** Whether the screens wait for something that they have asked. */
export function isAsking(store: PhoneStore): boolean {
  return (openCounts.get(store) ?? 0) > 0;
}

/** A screen begins to wait; gives what says, once or more often, that it does not any longer. */
export function beginAsking(store: PhoneStore): () => void {
  const change = (by: number): void => void openCounts.set(store, (openCounts.get(store) ?? 0) + by);
  let isOpen = true;
  change(1);
  return () => {
    if (isOpen) change(-1);
    isOpen = false;
  };
}
