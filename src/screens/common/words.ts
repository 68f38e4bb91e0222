import { use } from 'react';
import type { Language } from '#i18n/language.ts';
import { type Area, loadWords, type Words } from '#i18n/load-words.ts';
import { useSettings } from './settings.tsx';

const loadingByName = new Map<string, Promise<Words[Area]>>();

/** The words of one area in the language of the moment. While they are being loaded the screen waits (Suspense). */
export function useWords<A extends Area>(area: A): Words[A] {
  const { language } = useSettings();
  return use(load(language, area));
}

/** The same in a language that is not the phone's own: on paper for somebody else. */
export function useWordsIn<A extends Area>(language: Language, area: A): Words[A] {
  return use(load(language, area));
}

/** Begins to load words that the next screen will say; resolves when they are here. */
export async function prepareWords(language: Language, areas: readonly Area[]): Promise<void> {
  await Promise.all(areas.map((area) => load(language, area)));
}

function load<A extends Area>(language: Language, area: A): Promise<Words[A]> {
  const name = `${language} ${area}`;
  const known = loadingByName.get(name) as Promise<Words[A]> | undefined;
  if (known !== undefined) return known;
  const loading = loadWords(language, area);
  loading.then(
    (words) => {
      // What `use` reads first: words that are here never make a screen wait, not even for a moment.
      void Object.assign(loading, { status: 'fulfilled', value: words });
    },
    // Forgotten, so that the next try asks again; whoever waits for it now hears of the failure.
    () => loadingByName.delete(name),
  );
  loadingByName.set(name, loading);
  return loading;
}
