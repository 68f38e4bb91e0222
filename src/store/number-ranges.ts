/** Numbers `from` to `to`, both included. */
export type NumberRange = { readonly from: number; readonly to: number };

/** Mutations that the server applied, and where in the branch's history. */
export type AppliedRange = NumberRange & { readonly version: number };

/** True when one of the ranges holds the number. */
export function isInRanges(ranges: readonly NumberRange[], number: number): boolean {
  return ranges.some((range) => range.from <= number && number <= range.to);
}

/** The ranges with one more: in order, apart from each other, neighbours joined. */
export function withRange(ranges: readonly NumberRange[], added: NumberRange): readonly NumberRange[] {
  if (added.to < added.from) return ranges;
  const before = ranges.filter((range) => range.to + 1 < added.from);
  const after = ranges.filter((range) => added.to + 1 < range.from);
  const joined = ranges.filter((range) => range.to + 1 >= added.from && added.to + 1 >= range.from);
  const from = Math.min(added.from, ...joined.map((range) => range.from));
  const to = Math.max(added.to, ...joined.map((range) => range.to));
  return [...before, { from, to }, ...after];
}

/** The parts of a range that none of the others hold. */
export function outsideRanges(range: NumberRange, ranges: readonly NumberRange[]): readonly NumberRange[] {
  let rest: readonly NumberRange[] = [range];
  for (const taken of ranges) {
    rest = rest.flatMap(({ from, to }) => {
      if (taken.to < from || to < taken.from) return [{ from, to }];
      const before = { from, to: taken.from - 1 };
      const after = { from: taken.to + 1, to };
      return [before, after].filter((part) => part.from <= part.to);
    });
  }
  return rest;
}

/** The first number from 1 on that no range holds. */
export function firstOutside(ranges: readonly NumberRange[]): number {
  const first = ranges[0];
  return first === undefined || first.from > 1 ? 1 : first.to + 1;
}

/** All numbers of the ranges, in order. */
export function numbersOf(ranges: readonly NumberRange[]): readonly number[] {
  return ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
}
