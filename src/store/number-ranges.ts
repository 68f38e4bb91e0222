/** Numbers `from` to `to`, both included. */
export type NumberRange = { readonly from: number; readonly to: number };

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
