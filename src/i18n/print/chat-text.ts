import type { MealWindowBody } from '#domain/catalogue.ts';
import { type Named, nameIn } from '#domain/other-names.ts';
import type { CheckpointBody, KitchenBody } from '#domain/places.ts';
import type { Line, RowId } from '#domain/scalars.ts';
import { loadingList } from '#domain/views/loading-list.ts';
import { formatDay, formatQuantity, formatWindow } from '../format.ts';
import type { Language } from '../language.ts';
import type { ChatWords } from './chat-en.ts';

/** How a text is said: its language, and what items are called. */
export type Said = {
  readonly words: ChatWords;
  readonly language: Language;
  readonly itemsById: ReadonlyMap<RowId, { readonly name: string; readonly unit: string }>;
};

type When = {
  readonly on: string;
  readonly window: Pick<MealWindowBody, 'name' | 'startMinute' | 'endMinute'> | undefined;
};
type Place = Named & Pick<CheckpointBody, 'code' | 'landmark' | 'position'>;

/** A gap to fill. It says where, when and what, and nothing of anybody: it is read by whoever is in the chat. */
export type ChatGap = When & { readonly place: Place; readonly missing: readonly Line[] };

/** A run for its own driver: what the printed sheet says besides, and no telephone that is not on it. */
export type ChatRun = When & {
  readonly label: string;
  readonly kitchen: (Named & Pick<KitchenBody, 'landmark' | 'phone' | 'position'>) | undefined;
  readonly stops: readonly {
    /** Undefined for a place that this phone does not know (yet). */
    readonly place: (Place & Pick<CheckpointBody, 'phone'>) | undefined;
    readonly lines: readonly Line[];
  }[];
};

export function gapText(gap: ChatGap, said: Said): string {
  const { words } = said;
  return lines([
    parts([words.needed, placeText(gap.place, said)], ': '),
    whenText(gap, said),
    words.missing(amountsText(gap.missing, said)),
    words.whoCan,
  ]);
}

export function runText(run: ChatRun, said: Said): string {
  const { words, language } = said;
  const { kitchen } = run;
  const from =
    kitchen === undefined
      ? ''
      : words.loadAt(parts([nameIn(kitchen, language), kitchen.landmark, kitchen.phone ?? '', where(kitchen)]));
  return lines([
    words.run(run.label),
    whenText(run, said),
    from,
    words.load(amountsText(loadingList(run.stops), said)),
    ...run.stops.map((stop, index) => `\n${index + 1}. ${stopText(stop, said)}`),
    `\n${words.writeBack}`,
  ]);
}

function stopText({ place, lines: bring }: ChatRun['stops'][number], said: Said): string {
  const at = place === undefined ? '' : parts([placeText(place, said), place.phone ?? '']);
  return lines([at, amountsText(bring, said)]);
}

function placeText(place: Place, { words, language }: Said): string {
  return parts([`${nameIn(place, language)} (${words.code(place.code)})`, place.landmark, where(place)]);
}

/** Degrees, as every map's search takes them; nothing where nobody entered them. */
function where({ position }: Pick<CheckpointBody, 'position'>): string {
  return position === null ? '' : `${(position.lat / 1_000_000).toFixed(5)} ${(position.lon / 1_000_000).toFixed(5)}`;
}

function whenText({ on, window }: When, { language }: Said): string {
  const hours = window === undefined ? '' : `${window.name} ${formatWindow(window.startMinute, window.endMinute)}`;
  return parts([formatDay(on, language, 'long'), hours], ' · ');
}

function amountsText(amounts: readonly Line[], { itemsById, language }: Said): string {
  return parts(
    amounts.map(({ item, count }) => {
      const { name, unit } = itemsById.get(item) ?? { name: '?', unit: '' };
      return `${name} ${formatQuantity(count, unit, language).trim()}`;
    }),
  );
}

function parts(texts: readonly string[], separator = ', '): string {
  return texts.filter((text) => text !== '').join(separator);
}

function lines(texts: readonly string[]): string {
  return parts(texts, '\n');
}
