import { useMemo } from 'react';
import { useLiveQuery } from 'dexie-react-hooks';
import { ask } from '#store/ask.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { useClient } from './client.tsx';

/** An answer that is not there yet is a state of its own: never an empty list, never a zero. */
export type Answer<T> = { readonly type: 'unknown' } | { readonly type: 'known'; readonly value: T };

type Argument = string | number | null;
type Query<Args extends readonly Argument[], T> = (store: PhoneStore, ...args: Args) => Promise<T>;

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
  const asked = JSON.stringify(args);
  const answer = useLiveQuery(
    async () => ({ query, asked, value: await ask(store, () => query(store, ...args)) }),
    [store, query, asked],
  );
  // After a change of the arguments the hook still holds the answer to the old ones for a moment.
  const current = answer?.query === query && answer.asked === asked ? answer : undefined;
  // The same answer is the same object: what was made of it need not be made again.
  return useMemo(() => (current === undefined ? UNKNOWN : { type: 'known', value: current.value }), [current]);
}
