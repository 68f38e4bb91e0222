import type { OpenFailure } from '#store/open-database.ts';
import { openPhoneStore, type PhoneStore } from '#store/phone-store.ts';
import { browserPorts } from './browser-ports.ts';

/** Between two looks whether another window has given the memory free, or it answers again. */
const REOPEN_MS = 3_000;

/**
 * The phone's memory, once it is open. Until then `onTrouble` is told each time what keeps it, and how a person asks again; what may
 * pass is looked at again without anybody.
 */
export function openMemory(onTrouble: (failure: OpenFailure, retry: () => void) => void): Promise<PhoneStore> {
  return new Promise((resolve, reject) => {
    let isOpen = false;
    let again: ReturnType<typeof setTimeout> | undefined;
    const look = async (): Promise<void> => {
      const opened = await openPhoneStore(browserPorts.store);
      if (isOpen) {
        // A person and the timer both asked, and the other was quicker.
        if (opened.ok) opened.value.close();
        return;
      }
      if (opened.ok) {
        isOpen = true;
        resolve(opened.value);
        return;
      }
      onTrouble(opened.error, retry);
      const { code } = opened.error;
      clearTimeout(again);
      if (code === 'blocked' || code === 'hung') again = setTimeout(retry, REOPEN_MS);
    };
    const retry = (): void => void look().catch(reject);
    retry();
  });
}
