import type { PhoneStore } from './phone-store.ts';

/** Keeps what somebody has entered on a screen and not saved, under the screen's name. */
export async function keepDraft({ database }: PhoneStore, screen: string, draft: unknown): Promise<void> {
  await database.drafts.put(draft, screen);
}

/** It was saved, or nobody wants it any more. */
export async function dropDraft({ database }: PhoneStore, screen: string): Promise<void> {
  await database.drafts.delete(screen);
}
