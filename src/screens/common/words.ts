import { use } from 'react';
import type { Language } from '#i18n/language.ts';
import { type Area, loadWords, type Words } from '#i18n/load-words.ts';
import { browserTimer } from '#store/browser-time.ts';
import { useSettings } from './settings.tsx';

const loadingByName = new Map<string, Promise<Words[Area]>>();
/** Between two tries for words that could not be fetched; a network that comes back is not waited out. */
const AGAIN_MS = 5_000;

/**
 * The words of one area in the language of the moment. While they are being loaded the screen waits (Suspense): a language that
 * was chosen before this phone had its words is spoken as soon as they come, and the old one until then.
 */
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
  const loading = untilLoaded(language, area);
  loading.then(
    (words) => {
      // What `use` reads first: words that are here never make a screen wait, not even for a moment.
      void Object.assign(loading, { status: 'fulfilled', value: words });
    },
    () => loadingByName.delete(name),
  );
  loadingByName.set(name, loading);
  return loading;
}

/** However long the network is away. */
function untilLoaded<A extends Area>(language: Language, area: A): Promise<Words[A]> {
  return loadWords(language, area).catch(async () => {
    await nextChance();
    return untilLoaded(language, area);
  });
}

function nextChance(): Promise<void> {
  return new Promise((resolve) => {
    const cancel = browserTimer.after(AGAIN_MS, resolve);
    const goOn = (): void => {
      cancel();
      resolve();
    };
    window.addEventListener('online', goOn, { once: true });
  });
}
