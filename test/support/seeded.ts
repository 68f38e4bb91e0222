/** Chance that replays from its seed. */
export type Chance = {
  /** A whole number from 0 to below `end`. */
  readonly below: (end: number) => number;
  readonly isOneIn: (count: number) => boolean;
  /** One of the list; undefined when it is empty. */
  readonly oneOf: <T>(list: readonly T[]) => T | undefined;
};

/** Mulberry32 (Tommy Ettinger, public domain): small, and good enough to shuffle a test's world. */
export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const below = (end: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * end);
  };
  return { below, isOneIn: (count) => below(count) === 0, oneOf: (list) => list[below(list.length)] };
}

/** The seeds of a random test: as many as given, or the one that the environment names, to see a failure again. */
export function seeds(count: number): readonly number[] {
  const named = Number(process.env['SEED'] ?? Number.NaN);
  return Number.isInteger(named) ? [named] : Array.from({ length: count }, (_, index) => index + 1);
}
