import { isCounted, type RequestBody } from '#domain/request.ts';
import { formatNumber } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';
import type { RequestWords } from '#i18n/requests/en.ts';

/** "Power bank × 3"; one of a thing is simply the thing. */
export function askedText(
  { what, count }: Pick<RequestBody, 'what' | 'count'>,
  words: RequestWords,
  language: Language,
): string {
  const name = words.what[what];
  return isCounted(what) && count > 1 ? `${name} × ${formatNumber(count, language)}` : name;
}
