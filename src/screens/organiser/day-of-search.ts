import type { Day } from '#domain/scalars.ts';

/** The day that an address names; undefined when it names none. */
export function dayOfSearch(text: string | null): Day | undefined {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? (text as Day) : undefined;
}
