import { isAsking } from '#store/live/asking.ts';
import type { PhoneStore } from '#store/phone-store.ts';

/** A memory that does not answer keeps nothing else from beginning. */
const LONGEST_MS = 3_000;
/** Where nobody looks there are no frames. */
const UNSEEN_MS = 50;
/** An answer often asks the next question, in the frame after it. */
const QUIET_FRAMES = 2;

/**
 * Resolves once the screen says what it has to say: until then nothing that nobody waits for is loaded, sent or looked up, since a
 * cheap phone does one thing at a time.
 */
export async function screenDrawn(store: PhoneStore): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  let quietFrames = 0;
  while (quietFrames < QUIET_FRAMES && performance.now() < end) {
    await nextFrame();
    quietFrames = isAsking(store) ? 0 : quietFrames + 1;
  }
  // Not in the way of the frame itself.
  await new Promise((drawn) => setTimeout(drawn));
}

function nextFrame(): Promise<unknown> {
  return new Promise((next) => {
    if (document.visibilityState === 'hidden') setTimeout(next, UNSEEN_MS);
    else requestAnimationFrame(next);
  });
}
