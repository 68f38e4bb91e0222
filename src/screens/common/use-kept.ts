import { useEffect } from 'react';
import { type Query, sharedAnswer } from '#store/live/shared-answers.ts';
import { useClient } from './client.tsx';

/** As long as somebody looks something up elsewhere and comes back. */
const KEPT_MS = 60_000;

/** Follows a long answer from now on until a while after the screen is left: who goes back and forth does not wait for it again. */
export function useKept<T>(query: Query<readonly [], T>): void {
  const { store } = useClient();
  useEffect(() => {
    const leave = sharedAnswer(store, query, []).subscribe(() => undefined);
    return () => void store.ports.timer.after(KEPT_MS, leave);
  }, [store, query]);
}
