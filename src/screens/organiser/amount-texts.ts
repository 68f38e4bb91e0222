import type { Count, Line, RowId } from '#domain/scalars.ts';
import { MAX_COUNT } from '#domain/scalars.ts';
import { formatCount, parseCount } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';
import { err, ok, type Result } from '#lib/result.ts';

/** Amounts as they are being typed, by item; an empty text is no amount. */
export type AmountTexts = Readonly<Record<RowId, string>>;

/** The amounts of some lines, to be typed over. */
export function linesToTexts(lines: readonly Line[], language: Language): AmountTexts {
  return Object.fromEntries(lines.map(({ item, count }) => [item, formatCount(count, language)]));
}

/** What was typed, in the order of the items; an item left empty or at nothing is not named. The error is the item. */
export function textsToLines(items: readonly RowId[], texts: AmountTexts): Result<Line[], RowId> {
  const lines: Line[] = [];
  for (const item of items) {
    const text = (texts[item] ?? '').trim();
    if (text === '') continue;
    const count = parseCount(text);
    if (count === undefined || count > MAX_COUNT) return err(item);
    if (count > 0) lines.push({ item, count: count as Count });
  }
  return ok(lines);
}
