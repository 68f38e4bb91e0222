import type { CommonWords } from './common/en.ts';
import type { CoverageWords } from './coverage/en.ts';
import type { CsvWords } from './csv/en.ts';
import type { DriverWords } from './driver/en.ts';
import type { EnrolWords } from './enrol/en.ts';
import type { ErrorWords } from './errors/en.ts';
import type { ExportWords } from './export/en.ts';
import type { HandoverWords } from './handover/en.ts';
import type { Language } from './language.ts';
import type { MapWords } from './map/en.ts';
import type { NoticeWords } from './notices/en.ts';
import type { OrganiserWords } from './organiser/en.ts';
import type { PhotoWords } from './photos/en.ts';
import type { PlacesWords } from './places/en.ts';
import type { PrintWords } from './print/en.ts';
import type { PledgeWords } from './pledges/en.ts';
import type { RequestWords } from './requests/en.ts';
import type { SupplyWords } from './supply/en.ts';
import type { SponsorWords } from './sponsor/en.ts';

/** Which words there are. One file for each area and language, so that a phone loads only what its screens say. */
export type Words = {
  readonly common: CommonWords;
  readonly errors: ErrorWords;
  readonly enrol: EnrolWords;
  readonly driver: DriverWords;
  readonly organiser: OrganiserWords;
  readonly places: PlacesWords;
  readonly csv: CsvWords;
  readonly print: PrintWords;
  readonly notices: NoticeWords;
  readonly pledges: PledgeWords;
  readonly sponsor: SponsorWords;
  readonly export: ExportWords;
  readonly coverage: CoverageWords;
  readonly supply: SupplyWords;
  readonly requests: RequestWords;
  readonly handover: HandoverWords;
  readonly map: MapWords;
  readonly photos: PhotoWords;
};

export type Area = keyof Words;

type Loaders = { readonly [A in Area]: Readonly<Record<Language, () => Promise<Words[A]>>> };

/** Each import stands here in full, because the bundler makes one chunk of each path that it can read. */
const loaders: Loaders = {
  common: {
    kk: async () => (await import('./first/kk.ts')).common,
    ru: async () => (await import('./first/ru.ts')).common,
    en: async () => (await import('./first/en.ts')).common,
  },
  errors: {
    kk: async () => (await import('./first/kk.ts')).errors,
    ru: async () => (await import('./first/ru.ts')).errors,
    en: async () => (await import('./first/en.ts')).errors,
  },
  enrol: {
    kk: async () => (await import('./enrol/kk.ts')).kk,
    ru: async () => (await import('./enrol/ru.ts')).ru,
    en: async () => (await import('./enrol/en.ts')).en,
  },
  driver: {
    kk: async () => (await import('./first/kk.ts')).driver,
    ru: async () => (await import('./first/ru.ts')).driver,
    en: async () => (await import('./first/en.ts')).driver,
  },
  organiser: {
    kk: async () => (await import('./organiser/kk.ts')).kk,
    ru: async () => (await import('./organiser/ru.ts')).ru,
    en: async () => (await import('./organiser/en.ts')).en,
  },
  places: {
    kk: async () => (await import('./places/kk.ts')).kk,
    ru: async () => (await import('./places/ru.ts')).ru,
    en: async () => (await import('./places/en.ts')).en,
  },
  csv: {
    kk: async () => (await import('./csv/kk.ts')).kk,
    ru: async () => (await import('./csv/ru.ts')).ru,
    en: async () => (await import('./csv/en.ts')).en,
  },
  print: {
    kk: async () => (await import('./print/kk.ts')).kk,
    ru: async () => (await import('./print/ru.ts')).ru,
    en: async () => (await import('./print/en.ts')).en,
  },
  notices: {
    kk: async () => (await import('./first/kk.ts')).notices,
    ru: async () => (await import('./first/ru.ts')).notices,
    en: async () => (await import('./first/en.ts')).notices,
  },
  pledges: {
    kk: async () => (await import('./pledges/kk.ts')).kk,
    ru: async () => (await import('./pledges/ru.ts')).ru,
    en: async () => (await import('./pledges/en.ts')).en,
  },
  sponsor: {
    kk: async () => (await import('./sponsor/kk.ts')).kk,
    ru: async () => (await import('./sponsor/ru.ts')).ru,
    en: async () => (await import('./sponsor/en.ts')).en,
  },
  export: {
    kk: async () => (await import('./export/kk.ts')).kk,
    ru: async () => (await import('./export/ru.ts')).ru,
    en: async () => (await import('./export/en.ts')).en,
  },
  coverage: {
    kk: async () => (await import('./coverage/kk.ts')).kk,
    ru: async () => (await import('./coverage/ru.ts')).ru,
    en: async () => (await import('./coverage/en.ts')).en,
  },
  supply: {
    kk: async () => (await import('./supply/kk.ts')).kk,
    ru: async () => (await import('./supply/ru.ts')).ru,
    en: async () => (await import('./supply/en.ts')).en,
  },
  requests: {
    kk: async () => (await import('./requests/kk.ts')).kk,
    ru: async () => (await import('./requests/ru.ts')).ru,
    en: async () => (await import('./requests/en.ts')).en,
  },
  handover: {
    kk: async () => (await import('./handover/kk.ts')).kk,
    ru: async () => (await import('./handover/ru.ts')).ru,
    en: async () => (await import('./handover/en.ts')).en,
  },
  map: {
    kk: async () => (await import('./map/kk.ts')).kk,
    ru: async () => (await import('./map/ru.ts')).ru,
    en: async () => (await import('./map/en.ts')).en,
  },
  photos: {
    kk: async () => (await import('./photos/kk.ts')).kk,
    ru: async () => (await import('./photos/ru.ts')).ru,
    en: async () => (await import('./photos/en.ts')).en,
  },
};

export const areas = Object.keys(loaders) as readonly Area[];

const loading = new Map<string, Promise<unknown>>();

/**
 * The words of one area in one language. The same promise each time, as React's `use` needs it; a failure - a chunk that
 * neither the cache nor the network gave - is forgotten, so that asking again tries again.
 */
export function loadWords<A extends Area>(language: Language, area: A): Promise<Words[A]> {
  const key = `${language}/${area}`;
  const known = loading.get(key) as Promise<Words[A]> | undefined;
  if (known !== undefined) return known;
  const words = loaders[area][language]();
  loading.set(key, words);
  words.catch(() => loading.delete(key));
  return words;
}
