import { allNames } from '../other-names.ts';
import type { PlaceNameBody } from '../places.ts';

/**
 * Letters that people type as their nearest Russian one, because the keyboard at hand has no Kazakh, or as e without its
 * dots.
 */
const FOLDED: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
  ё: 'е',
};

/**
 * Places whose code begins with what was typed, then those one of whose names, in any language, has a word that begins so, then
 * those that hold it.
 */
export function searchPlaces<P extends PlaceNameBody>(places: readonly P[], typed: string): readonly P[] {
  const wanted = fold(typed.trim());
  if (wanted === '') return places;
  const ranked = places.map((place) => ({ place, rank: rankOf(place, wanted) })).filter(({ rank }) => rank < 4);
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ place }) => place);
}

function rankOf(place: PlaceNameBody, wanted: string): number {
  if (place.code === wanted) return 0;
  if (place.code.startsWith(wanted)) return 1;
  return Math.min(...allNames(place).map((name) => rankOfName(fold(name), wanted)));
}

function rankOfName(name: string, wanted: string): number {
  if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(wanted)) || name.startsWith(wanted)) return 2;
  return name.includes(wanted) ? 3 : 4;
}

function fold(text: string): string {
  return [...text.toLowerCase()].map((letter) => FOLDED[letter] ?? letter).join('');
}
