import type { Language } from './language.ts';

export type PluralForm = 'one' | 'few' | 'many' | 'other';

/**
 * The words for a count: `other` always, the rest where a language needs them. Kazakh has one form after a number;
 * English sets 1 apart; Russian has 1 (but not 11), 2 to 4 (but not 12 to 14), the other whole numbers, and fractions.
 */
export type PluralWords = { readonly [Form in PluralForm]?: string } & { readonly other: string };

/** Written out, because Chromium's own Kazakh rules cannot be trusted; a test compares them with Node's ICU. */
export function pluralForm(language: Language, count: number): PluralForm {
  if (language === 'en') return count === 1 ? 'one' : 'other';
  if (language === 'kk' || !Number.isInteger(count)) return 'other';
  const lastTwo = Math.abs(count) % 100;
  const last = lastTwo % 10;
  if (lastTwo >= 11 && lastTwo <= 14) return 'many';
  if (last === 1) return 'one';
  return last >= 2 && last <= 4 ? 'few' : 'many';
}

export function plural(language: Language, count: number, words: PluralWords): string {
  return words[pluralForm(language, count)] ?? words.other;
}
