import * as v from 'valibot';
import { name } from './scalars.ts';

/**
 * What a place is called in languages besides the name that people gave it. A language that is not filled in is null, and so
 * is the whole when none is: most places have one name, and everybody knows them by it.
 */
export const otherNames = v.nullable(v.object({ kk: v.nullable(name), ru: v.nullable(name), en: v.nullable(name) }));
export type OtherNames = v.InferOutput<typeof otherNames>;
export type NameLanguage = keyof NonNullable<OtherNames>;
export const nameLanguages = ['kk', 'ru', 'en'] as const satisfies readonly NameLanguage[];

/** Something with a name of its own, and perhaps one in the reader's language. */
export type Named = { readonly name: string; readonly otherNames: OtherNames };

/** What it is called in this language; where nobody has said, as everybody calls it. */
export function nameIn({ name: main, otherNames: others }: Named, language: NameLanguage): string {
  return others?.[language] ?? main;
}

/** Every name it has, the one that everybody knows first: people look for it by any. */
export function allNames({ name: main, otherNames: others }: Named): readonly string[] {
  const more = others === null ? [] : nameLanguages.map((language) => others[language]);
  return [...new Set([main, ...more.filter((other) => other !== null)])];
}

/** Names as they were typed: blanks around them go, an empty one is none, and what only repeats the main name is none either. */
export function typedOtherNames(main: string, typed: Readonly<Record<NameLanguage, string>>): OtherNames {
  const [kk, ru, en] = nameLanguages.map((language) => {
    const text = typed[language].trim();
    return text === '' || text === main ? null : text;
  }) as [string | null, string | null, string | null];
  return kk === null && ru === null && en === null ? null : { kk, ru, en };
}
