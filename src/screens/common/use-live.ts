import { useLayoutEffect, useState } from 'react';
import type { Live } from '#store/live/live-days.ts';

/**
 * Follows an answer that the store keeps up to date; undefined until it is read. Deliberately no store of React's own kind:
 * what a save changes here and what the screen does after it, such as closing a dialog, shall be one picture.
 */
export function useLive<T>(live: Live<T>): T | undefined {
  const [known, setKnown] = useState<{ readonly live: Live<T>; readonly answer: T | undefined }>();
  useLayoutEffect(() => live.subscribe(() => setKnown(() => ({ live, answer: live.current() }))), [live]);
  // After a change of the question the answer to the old one is still held for a moment.
  return known?.live === live ? known.answer : undefined;
}
