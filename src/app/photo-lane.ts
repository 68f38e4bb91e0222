import type { PhoneStore } from '#store/phone-store.ts';
import { watchPictures } from '#store/pictures.ts';
import type { PhotoPorts } from '#sync/send-photos.ts';

/** Between two tries while pictures wait: longer each time, since nobody waits for one. */
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60 * 1000;

/**
 * The pictures' own lane to the server: it begins when a picture's record is there, and never holds up a record. A phone
 * that has taken none loads nothing of it.
 */
export function followPhotos(store: PhoneStore, ports: PhotoPorts): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitMs = FIRST_WAIT_MS;
  let isSending = false;
  let isAskedAgain = false;
  const attempt = async (): Promise<void> => {
    if (document.visibilityState === 'hidden') return;
    // What happened during a try may be what it failed for.
    isAskedAgain = isSending;
    if (isSending) return;
    isSending = true;
    clearTimeout(timer);
    timer = undefined;
    // A memory that did not answer is asked again with the next try: everything is still in it.
    const left = await send(store, ports).catch(() => 1);
    isSending = false;
    if (isAskedAgain) return attempt();
    waitMs = left === 0 ? FIRST_WAIT_MS : Math.min(waitMs * 2, LONGEST_WAIT_MS);
    if (left > 0) timer = setTimeout(() => void attempt(), waitMs);
  };
  let isFollowing = false;
  let before: readonly string[] = [];
  watchPictures(store, (due) => {
    const isNew = due.some((one) => !before.includes(one));
    before = due;
    if (due.length === 0) return;
    if (!isFollowing) {
      isFollowing = true;
      window.addEventListener('online', () => void attempt());
      document.addEventListener('visibilitychange', () => void attempt());
    }
    // A try that is set for later keeps its time: what changes on a phone otherwise says nothing of the way.
    if (isNew || (timer === undefined && !isSending)) void attempt();
  });
}

async function send(store: PhoneStore, ports: PhotoPorts): Promise<number> {
  return (await import('#sync/send-photos.ts')).sendPhotos(store, ports);
}
