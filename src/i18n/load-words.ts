import type { CommonWords } from './common/en.ts';
import type { DriverWords } from './driver/en.ts';
import type { EnrolWords } from './enrol/en.ts';
import type { ErrorWords } from './errors/en.ts';
import type { Language } from './language.ts';

/** Which words there are. One file for each area and language, so that a phone loads only what its screens say. */
export type Words = {
  readonly common: CommonWords;
  readonly errors: ErrorWords;
  readonly enrol: EnrolWords;
  readonly driver: DriverWords;
};

export type Area = keyof Words;

type Loaders = { readonly [A in Area]: Readonly<Record<Language, () => Promise<Words[A]>>> };

/** Each import stands here in full, because the bundler makes one chunk of each path that it can read. */
const loaders: Loaders = {
  common: {
    kk: async () => (await import('./common/kk.ts')).kk,
    ru: async () => (await import('./common/ru.ts')).ru,
    en: async () => (await import('./common/en.ts')).en,
  },
  errors: {
    kk: async () => (await import('./errors/kk.ts')).kk,
    ru: async () => (await import('./errors/ru.ts')).ru,
    en: async () => (await import('./errors/en.ts')).en,
  },
  enrol: {
    kk: async () => (await import('./enrol/kk.ts')).kk,
    ru: async () => (await import('./enrol/ru.ts')).ru,
    en: async () => (await import('./enrol/en.ts')).en,
  },
  driver: {
    kk: async () => (await import('./driver/kk.ts')).kk,
    ru: async () => (await import('./driver/ru.ts')).ru,
    en: async () => (await import('./driver/en.ts')).en,
  },
};

/** The words of one area in one language. It fails only as a chunk fails: the service worker holds them all. */
export function loadWords<A extends Area>(language: Language, area: A): Promise<Words[A]> {
  return loaders[area][language]();
}
