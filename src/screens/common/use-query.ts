import { useLayoutEffect, useMemo, useState } from 'react';
import type { PhoneStore } from '#store/phone-store.ts';
import { type Argument, type Query, sharedAnswer } from '#store/live/shared-answers.ts';
import { useClient } from './client.tsx';

/** An answer that is not there yet is a state of its own: never an empty list, never a zero. */
export type Answer<T> = { readonly type: 'unknown' } | { readonly type: 'known'; readonly value: T };

const UNKNOWN = { type: 'unknown' } as const;

/**
 * Asks the phone's memory, and asks again whenever what the answer was made of has changed. `query` is a function of
 * store/queries; the answer to other arguments never shows in place of these.
 */
export function useQuery<Args extends readonly Argument[], T>(query: Query<Args, T>, ...args: Args): Answer<T> {
  return useStoreQuery(useClient().store, query, ...args);
}

/** The same before there is a client. */
export function useStoreQuery<Args extends readonly Argument[], T>(
  store: PhoneStore,
  query: Query<Args, T>,
  ...args: Args
): Answer<T> {
  const live = sharedAnswer(store, query, args);
  const [seen, setSeen] = useState(() => ({ live, known: live.current() }));
  // Before the picture is drawn: the memory reads while the browser paints.
  useLayoutEffect(() => {
    const look = (): void =>
      setSeen((before) => {
        const known = live.current();
        return before.live === live && before.known === known ? before : { live, known };
      });
    const leave = live.subscribe(look);
    // It may have been answered since this was drawn.
    look();
    return leave;
  }, [live]);
  // After a change of the question the answer to the old one is still held for a moment.
  const known = seen.live === live ? seen.known : live.current();
  // The same answer is the same object: what was made of it need not be made again.
  return useMemo(() => (known === undefined ? UNKNOWN : { type: 'known', value: known.answer }), [known]);
}
