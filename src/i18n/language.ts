export const languages = ['kk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

/** Each in its own script: whoever cannot read the screen still finds their own. */
export const languageNames: Readonly<Record<Language, string>> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

/**
 * The first of the phone's preferred languages ("kk-KZ", "ru") that there is; Russian when there is none, since most
 * people around a checkpoint in Kazakhstan read it.
 */
export function chooseLanguage(preferred: readonly string[]): Language {
  const known = preferred.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage);
  return known ?? 'ru';
}
