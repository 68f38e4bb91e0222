import { type OwnMutation, touchedBy } from './own-mutation.ts';

/** What must be run again, and the rows whose value depends on it. */
export type Closure = { readonly keys: ReadonlySet<string>; readonly mutations: readonly OwnMutation[] };

/**
 * The mutations that hang together with the given keys: those that touch one of them, those that touch what these touch,
 * and so on. All others may stay as they are, since nothing that they saw has changed.
 */
export function closureOf(mutations: readonly OwnMutation[], seeds: ReadonlySet<string>): Closure {
  const keys = new Set(seeds);
  const included = new Set<OwnMutation>();
  for (let hasGrown = true; hasGrown;) {
    hasGrown = false;
    for (const mutation of mutations) {
      if (included.has(mutation) || !touchedBy(mutation).some((key) => keys.has(key))) continue;
      included.add(mutation);
      hasGrown = true;
      for (const key of touchedBy(mutation)) keys.add(key);
    }
  }
  return { keys, mutations: mutations.filter((mutation) => included.has(mutation)) };
}
