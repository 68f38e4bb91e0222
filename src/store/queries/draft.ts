import type { PhoneStore } from '../phone-store.ts';

/** What was entered on a screen and not saved; undefined when there is nothing. Its shape is the reader's to check. */
export async function draft({ database }: PhoneStore, screen: string): Promise<unknown> {
  return database.drafts.get(screen);
}
