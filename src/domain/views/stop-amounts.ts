import type { ShortReason } from '../delivery.ts';
import type { Count, Line } from '../scalars.ts';

/** An amount that one tap chooses. */
export type QuickAmount = { readonly name: 'planned' | 'fewer' | 'half' | 'none'; readonly count: Count };

const WHOLE = 1_000;
const HALF = 500;
/** "Five fewer" is what people at checkpoints say most. */
export const FEWER = 5 * WHOLE;

/** The amounts to offer beside a planned one: all, five fewer, half, none; each amount once, none negative. */
export function quickAmounts(planned: Count): readonly QuickAmount[] {
  const half = planned % WHOLE === 0 ? Math.floor(planned / (2 * WHOLE)) * WHOLE : Math.floor(planned / 2);
  const offers = [
    { name: 'planned', count: planned },
    { name: 'fewer', count: planned - FEWER },
    { name: 'half', count: half },
    { name: 'none', count: 0 },
  ] as readonly QuickAmount[];
  return offers.filter(
    ({ count }, index) => count >= 0 && offers.findIndex((offer) => offer.count === count) === index,
  );
}

/** How far one press of + or - goes: whole units, and halves where the plan itself is no whole number. */
export function amountStep(planned: Count): number {
  return planned % WHOLE === 0 ? WHOLE : HALF;
}

const NOTHING_GIVEN: readonly ShortReason[] = ['nobodyThere', 'closed', 'roadBlocked', 'refused'];

/**
 * The amounts once a reason is given. Where nobody took anything all of them are nothing, unless the person had already
 * said another amount than planned; that stays.
 */
export function amountsForReason(
  reason: ShortReason,
  planned: readonly Line[],
  current: readonly Line[],
): readonly Line[] {
  const isUntouched = current.every(({ item, count }) =>
    planned.some((line) => line.item === item && line.count === count),
  );
  return NOTHING_GIVEN.includes(reason) && isUntouched
    ? current.map(({ item }) => ({ item, count: 0 as Count }))
    : current;
}

/** The lines as they are recorded: what was not handed over is not named, so that nothing at all is an empty list. */
export function linesToRecord(amounts: readonly Line[]): Line[] {
  return amounts.filter(({ count }) => count > 0);
}
