import type { PhoneStore } from '#store/phone-store.ts';
import { formerHolders } from '#store/queries/former-holders.ts';
import { watchCarried } from '#store/watch-carried.ts';
import type { FormerPorts } from '#sync/send-formers.ts';

/** Between two tries while something of somebody else waits and the page is seen. */
const TRY_AGAIN_MS = 60_000;

/**
 * Sends what is not this phone's own: what former holders of it had not sent, and files of other phones that were opened here.
 * When the app opens, comes to the front or online, when a file was opened, and now and then while something waits. Most
 * phones have had one holder and no files, and load nothing of this.
 */
export async function followOthers(store: PhoneStore, ports: FormerPorts): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSending = false;
  const attempt = async (): Promise<void> => {
    if (isSending || document.visibilityState === 'hidden') return;
    isSending = true;
    clearTimeout(timer);
    // A memory that did not answer is asked again with the next try: everything is still in it.
    const waiting = await sendOthers(store, ports).catch(() => 1);
    isSending = false;
    if (waiting > 0) timer = setTimeout(() => void attempt(), TRY_AGAIN_MS);
  };
  const begin = once(() => {
    window.addEventListener('online', () => void attempt());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') clearTimeout(timer);
      else void attempt();
    });
  });
  watchCarried(store, (waitingCount) => {
    if (waitingCount === 0) return;
    begin();
    void attempt();
  });
  if ((await formerHolders(store)).length === 0) return;
  begin();
  await attempt();
}

async function sendOthers(store: PhoneStore, ports: FormerPorts): Promise<number> {
  const [{ sendFormers }, { sendCarried }] = await Promise.all([
    import('#sync/send-formers.ts'),
    import('#sync/send-carried.ts'),
  ]);
  return (await sendFormers(store, ports)) + (await sendCarried(store, ports));
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}
