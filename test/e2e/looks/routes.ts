import type { Language } from '#i18n/language.ts';
import { areas, loadWords, type Words } from '#i18n/load-words.ts';

/**
 * Every screen that is looked at (walk.ts), one line each: where it is, what shows that it is there, and a button to press
 * first for what opens over it. A new screen is one line more.
 */
export interface Place {
  readonly path: string;
  /** A selector of something that only the finished screen has. */
  readonly shows: string;
  /** The button that opens a form over the screen, by its words. */
  readonly press?: (words: Words) => string;
}

/** A driver's phone with a run under way. */
export function driverPlaces(run: string): readonly Place[] {
  return [
    { path: '/', shows: 'main article button' },
    { path: `/run/${run}`, shows: 'main article button' },
    { path: `/run/${run}/stop/0`, shows: 'main section button' },
    { path: `/run/${run}/stop/1`, shows: 'main textarea' },
    { path: `/run/${run}/stop/1#problem`, shows: 'main textarea' },
    { path: `/run/${run}/stop/1/returnables`, shows: 'main input' },
    { path: `/run/${run}/stop/1/request`, shows: 'main button' },
    { path: `/run/${run}/map`, shows: 'main svg[role="img"]' },
    { path: `/run/${run}/end`, shows: 'main details' },
    { path: '/notices', shows: 'main p' },
    { path: '/unplanned', shows: 'main li' },
    { path: '/scan', shows: 'main p' },
    { path: '/unsent', shows: 'main button' },
    { path: '/phone', shows: 'main li' },
    { path: '/phone', shows: 'main li', press: ({ common }) => common.phone.erase },
  ];
}

/** An organiser of the demonstration. */
export function organiserPlaces(run: string, stillPlanned: string): readonly Place[] {
  return [
    { path: '/today', shows: 'main a[href^="/runs/"]' },
    { path: '/today?on=2025-04-29', shows: 'main a[href="/import"]' },
    { path: '/coverage', shows: 'main table, main li, main p' },
    { path: '/map', shows: 'main svg[role="img"]' },
    { path: '/notices', shows: 'main p' },
    { path: '/notices/edit', shows: 'main button' },
    { path: '/requests', shows: 'main p' },
    { path: '/requests', shows: 'main p', press: ({ requests }) => requests.askNew },
    { path: '/handover', shows: 'main textarea' },
    { path: '/review', shows: 'main article, main p' },
    { path: `/runs/${run}`, shows: 'main dl' },
    { path: `/runs/${run}`, shows: 'main dl', press: ({ organiser }) => organiser.run.complete },
    { path: `/runs/${stillPlanned}`, shows: 'main dl', press: ({ organiser }) => organiser.run.cancel },
    { path: `/runs/${stillPlanned}/edit`, shows: 'main button' },
    { path: `/runs/${stillPlanned}/paper`, shows: 'main input' },
    { path: '/runs/new', shows: 'main select' },
    { path: '/places', shows: 'main a, main li button' },
    { path: '/places', shows: 'main a, main li button', press: ({ places }) => places.checkpoints.add },
    { path: '/places', shows: 'main a, main li button', press: ({ places }) => places.kitchens.add },
    { path: '/items', shows: 'main li' },
    { path: '/items', shows: 'main li', press: ({ places }) => places.items.add },
    { path: '/items', shows: 'main li', press: ({ places }) => places.windows.add },
    { path: '/people', shows: 'main li' },
    { path: '/people', shows: 'main li', press: ({ organiser }) => organiser.people.add },
    { path: '/people/invite', shows: 'main button' },
    { path: '/people/sheet', shows: 'main button' },
    { path: '/desk', shows: 'main select' },
    { path: '/print', shows: 'main article' },
    { path: '/export', shows: 'main button' },
    { path: '/sponsors', shows: 'main button' },
    { path: '/sponsors/report', shows: 'main table' },
    { path: '/import', shows: 'main input' },
    { path: '/unsent', shows: 'main button' },
    { path: '/phone', shows: 'main li' },
  ];
}

/** A coordinator of two branches that have gaps. */
export const coordinatorPlaces: readonly Place[] = [
  { path: '/branches', shows: 'main h3' },
  { path: '/branches', shows: 'main h3', press: ({ organiser }) => organiser.branches.notice.open },
];

/** All words of a language. */
export async function wordsOf(language: Language): Promise<Words> {
  const loaded = await Promise.all(areas.map(async (area) => [area, await loadWords(language, area)] as const));
  return Object.fromEntries(loaded) as unknown as Words;
}
