import { use } from 'react';
import type { Language } from '#i18n/language.ts';
import { type Area, loadWords, type Words } from '#i18n/load-words.ts';
import { useSettings } from './settings.tsx';

type Held<A extends Area> = { readonly loading: Promise<Words[A]>; words: Words[A] | undefined };

const heldByName = new Map<string, Held<Area>>();

/** The words of one area in the language of the moment. While they are being loaded the screen waits (Suspense). */
export function useWords<A extends Area>(area: A): Words[A] {
  const { language } = useSettings();
  const held = hold(language, area);
  return held.words ?? use(held.loading);
}

/** Begins to load words that the next screen will say; resolves when they are here. */
export async function prepareWords(language: Language, areas: readonly Area[]): Promise<void> {
  await Promise.all(areas.map((area) => hold(language, area).loading));
}

function hold<A extends Area>(language: Language, area: A): Held<A> {
  const name = `${language} ${area}`;
  const known = heldByName.get(name) as Held<A> | undefined;
  if (known !== undefined) return known;
  const held: Held<A> = { loading: loadWords(language, area), words: undefined };
  held.loading.then(
    (words) => {
      held.words = words;
    },
    // Forgotten, so that the next try asks again; whoever waits for it now hears of the failure.
    () => heldByName.delete(name),
  );
  heldByName.set(name, held);
  return held;
}
