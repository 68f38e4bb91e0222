import { createHash } from 'node:crypto';

import { FAULT_KINDS, type FaultCounts, type FaultKind, noFaults } from './fault-kinds.ts';

/**
 * The rules of SYNC.md 9, by their numbers; 0 is a fault of the program that none of them names. 8: no plan overwrites what
 * its author has not seen, and each that is refused for that is told to its author once.
 */
export type Rule = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What happened in a world, line by line: to be read, to be counted, and to be compared with another telling of the same seed. */
export type Story = {
  /** Something happened. The line is the same each time that the seed is told. */
  readonly tell: (who: string, what: string) => void;
  readonly count: (kind: FaultKind) => void;
  readonly countMutation: () => void;
  /** A sponsor's page was read, and all of it looked at. */
  readonly countPage: () => void;
  /** A coordinator was told rows of another branch than the first, and all of them were looked at. */
  readonly countReading: () => void;
  /** Something that a coordinator asked for was done. */
  readonly countAct: () => void;
  /** Somebody was told that another organiser was first. */
  readonly countDisagreement: () => void;
  /** A rule was broken: the first one ends the story as soon as the world looks. */
  readonly violate: (rule: Rule, what: string) => void;
  /** Throws if a rule was broken. */
  readonly check: () => void;
  readonly sum: () => StorySum;
};

export type StorySum = {
  readonly hash: string;
  readonly events: number;
  readonly mutations: number;
  readonly pages: number;
  readonly readings: number;
  readonly acts: number;
  readonly disagreements: number;
  readonly faults: FaultCounts;
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** @param listen hears each line, for somebody who wants to read it */
export function newStory(
  seed: number,
  clock: { readonly now: () => number },
  listen: (line: string) => void = () => {},
): Story {
  const hash = createHash('sha256');
  const faults = noFaults();
  const startedAt = clock.now();
  let events = 0;
  let mutations = 0;
  let pages = 0;
  let readings = 0;
  let acts = 0;
  let disagreements = 0;
  let broken: string | undefined;
  const tell = (who: string, what: string) => {
    events += 1;
    const line = `${timeOf(clock.now() - startedAt)}  ${who.padEnd(16)} ${what}`;
    hash.update(`${line}\n`);
    listen(line);
  };
  return {
    tell,
    count: (kind) => {
      faults[kind] += 1;
    },
    countMutation: () => {
      mutations += 1;
    },
    countDisagreement: () => {
      disagreements += 1;
    },
    countAct: () => {
      acts += 1;
    },
    countReading: () => {
      readings += 1;
    },
    countPage: () => {
      pages += 1;
    },
    violate: (rule, what) => {
      tell('RULE', `${rule} is broken: ${what}`);
      broken ??= `rule ${rule} is broken after ${events} events: ${what} (again: SEED=${seed})`;
    },
    check: () => {
      if (broken !== undefined) throw new Error(broken);
    },
    sum: () => ({
      hash: hash.copy().digest('hex'),
      events,
      mutations,
      pages,
      readings,
      acts,
      disagreements,
      faults: { ...faults },
    }),
  };
}

/** The sum of several stories. */
export function addUp(sums: readonly StorySum[]): Omit<StorySum, 'hash'> {
  const faults = noFaults();
  for (const sum of sums) for (const kind of FAULT_KINDS) faults[kind] += sum.faults[kind];
  const total = (count: (sum: StorySum) => number) => sums.reduce((all, sum) => all + count(sum), 0);
  return {
    events: total(({ events }) => events),
    mutations: total(({ mutations }) => mutations),
    pages: total(({ pages }) => pages),
    readings: total(({ readings }) => readings),
    acts: total(({ acts }) => acts),
    disagreements: total(({ disagreements }) => disagreements),
    faults,
  };
}

/** "2d 03:14:15.926" since the world began. */
function timeOf(ms: number): string {
  const days = Math.floor(ms / DAY_MS);
  return `${String(days).padStart(2)}d ${new Date(ms - days * DAY_MS).toISOString().slice(11, 23)}`;
}
