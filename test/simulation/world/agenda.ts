import { assert } from '#lib/assert.ts';

type Deed = () => Promise<void> | void;
type Planned = { readonly at: number; readonly order: number; readonly deed: Deed };

/** Virtual time: what is planned, in the order in which it is due. Nothing ever waits for a real clock. */
export type Agenda = {
  readonly now: () => number;
  /** Plans a deed; the function it gives takes it off again. */
  readonly after: (delayMs: number, deed: Deed) => () => void;
  /** Does what is due until then, one deed after another, and moves the time there. */
  readonly passUntil: (at: number) => Promise<void>;
  /** Does the next deed, whenever it is due; false when nothing is planned. */
  readonly next: () => Promise<boolean>;
};

/** More than any seed plans at once: a loop that plans for ever is a bug of the world or of the program. */
const MOST_PLANNED = 5_000;

/** @param afterEach is asked after each deed, and throws when the story must end */
export function newAgenda(startAt: number, afterEach: () => Promise<void>): Agenda {
  let now = startAt;
  let order = 0;
  let planned: Planned[] = [];
  const perform = async (first: Planned): Promise<void> => {
    planned.splice(planned.indexOf(first), 1);
    now = Math.max(now, first.at);
    await first.deed();
    await afterEach();
  };
  const earliest = (): Planned | undefined =>
    planned.reduce<Planned | undefined>(
      (first, one) => (first === undefined || isBefore(one, first) ? one : first),
      undefined,
    );
  return {
    now: () => now,
    after: (delayMs, deed) => {
      order += 1;
      const one = { at: now + delayMs, order, deed };
      planned.push(one);
      assert(planned.length < MOST_PLANNED, 'a world plans no more than it can do');
      return () => {
        planned = planned.filter((other) => other !== one);
      };
    },
    passUntil: async (at) => {
      for (let first = earliest(); first !== undefined && first.at <= at; first = earliest()) await perform(first);
      now = Math.max(now, at);
    },
    next: async () => {
      const first = earliest();
      if (first !== undefined) await perform(first);
      return first !== undefined;
    },
  };
}

function isBefore(a: Planned, b: Planned): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
