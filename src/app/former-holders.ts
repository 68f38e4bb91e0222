import type { PhoneStore } from '#store/phone-store.ts';
import { formerHolders } from '#store/queries/former-holders.ts';
import type { FormerPorts } from '#sync/send-formers.ts';

/** Between two tries while something of a former holder waits and the page is seen. */
const TRY_AGAIN_MS = 60_000;

/**
 * Sends what former holders of this phone had not sent: when the app opens, comes to the front or online, and now and then
 * while something waits. Most phones have had one holder, and load nothing of this.
 */
export async function followFormers(store: PhoneStore, ports: FormerPorts): Promise<void> {
  if ((await formerHolders(store)).length === 0) return;
  const { sendFormers } = await import('#sync/send-formers.ts');
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  const attempt = async (): Promise<void> => {
    if (isSending || document.visibilityState === 'hidden') return;
    isSending = true;
    clearTimeout(timer);
    // A memory that did not answer is asked again with the next try: everything is still in it.
    const waiting = await sendFormers(store, ports).catch(() => 1);
    isSending = false;
    if (waiting > 0) timer = setTimeout(() => void attempt(), TRY_AGAIN_MS);
  };
  window.addEventListener('online', () => void attempt());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') clearTimeout(timer);
    else void attempt();
  });
  await attempt();
}
