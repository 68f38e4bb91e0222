/** What is wrong, and with what. No names, texts or telephones: places in the database only. */
export type Finding = {
  readonly code:
    | 'chainBroken'
    | 'historyElsewhere'
    | 'entryMissing'
    | 'entryChanged'
    | 'entryUnnamed'
    | 'outcomeChanged'
    | 'logBroken'
    | 'forged'
    | 'deviceElsewhere'
    | 'rowUnreadable'
    | 'numberBeyond'
    | 'feedLacks'
    | 'feedDiffers';
  readonly where: string;
};

/** Collects what is wrong; all of it is counted, and the first of it kept. */
export type Findings = {
  readonly add: (code: Finding['code'], where: string) => void;
  readonly kept: readonly Finding[];
  readonly count: () => number;
};

/** More than these would not be read. */
const MOST_KEPT = 50;

/** Nothing yet. */
export function noFindings(): Findings {
  const kept: Finding[] = [];
  let count = 0;
  return {
    kept,
    count: () => count,
    add: (code, where) => {
      count += 1;
      if (kept.length < MOST_KEPT) kept.push({ code, where });
    },
  };
}
