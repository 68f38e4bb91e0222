import { liveQuery } from 'dexie';
import { ask } from '../ask.ts';
import type { PhoneStore } from '../phone-store.ts';
import { beginAsking } from './asking.ts';
import type { Live } from './live-days.ts';

export type Argument = string | number | null;
/** A question of `store/queries`. */
export type Query<Args extends readonly Argument[], T> = (store: PhoneStore, ...args: Args) => Promise<T>;
/** The same object until the answer is another. */
export type Answered<T> = { readonly answer: T };

type Asked = Map<unknown, Map<string, Live<Answered<unknown>>>>;

const askedByStore = new WeakMap<PhoneStore, Asked>();

/**
 * The answer to a question, asked again whenever what it was made of has changed. All who ask the same in one window share one
 * asking: it runs once for each change, and who comes later has the answer at once.
 */
export function sharedAnswer<Args extends readonly Argument[], T>(
  store: PhoneStore,
  query: Query<Args, T>,
  args: Args,
): Live<Answered<T>> {
  const all: Asked = askedByStore.get(store) ?? new Map();
  askedByStore.set(store, all);
  const ofQuery = all.get(query) ?? new Map<string, Live<Answered<unknown>>>();
  all.set(query, ofQuery);
  const key = JSON.stringify(args);
  const known = ofQuery.get(key) as Live<Answered<T>> | undefined;
  if (known !== undefined) return known;
  const live: Live<Answered<T>> = follow(store, () => ask(store, () => query(store, ...args)), {
    // Somebody may hold this one still though it was forgotten, while others share another one by now: that one stays.
    begin: () => {
      if (!ofQuery.has(key)) ofQuery.set(key, live);
    },
    end: () => {
      if (ofQuery.get(key) === live) ofQuery.delete(key);
    },
  });
  ofQuery.set(key, live);
  return live;
}

type Standing<T> =
  | { readonly type: 'unknown' }
  | { readonly type: 'known'; readonly known: Answered<T> }
  | { readonly type: 'failed'; readonly error: unknown };

/**
 *   nobody listens --first--> followed --the last one leaves, and nobody comes in its place--> forgotten
 */
function follow<T>(
  store: PhoneStore,
  question: () => Promise<T>,
  on: { readonly begin: () => void; readonly end: () => void },
): Live<Answered<T>> {
  const listeners = new Set<() => void>();
  let standing: Standing<T> = { type: 'unknown' };
  let answered = (): void => undefined;
  let following: { readonly unsubscribe: () => void } | undefined;
  const stand = (next: Standing<T>): void => {
    standing = next;
    answered();
    for (const listener of listeners) listener();
  };
  const begin = (): void => {
    on.begin();
    answered = beginAsking(store);
    // Dexie keeps its transactions over awaits only for a function that says `async` itself.
    following = liveQuery(async () => question()).subscribe(
      (answer) => stand({ type: 'known', known: { answer } }),
      (error: unknown) => stand({ type: 'failed', error }),
    );
  };
  const leave = (): void => {
    if (listeners.size > 0 || following === undefined) return;
    following.unsubscribe();
    following = undefined;
    answered();
    // What nobody follows may be old by the next look.
    standing = { type: 'unknown' };
    on.end();
  };
  return {
    subscribe: (changed) => {
      listeners.add(changed);
      if (following === undefined) begin();
      return () => {
        listeners.delete(changed);
        // The next screen often asks the same: it subscribes within this very task.
        if (listeners.size === 0) queueMicrotask(leave);
      };
    },
    current: () => {
      if (standing.type === 'failed') throw standing.error;
      return standing.type === 'known' ? standing.known : undefined;
    },
  };
}
