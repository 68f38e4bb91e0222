import { useMemo, useState, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { metresBetween } from '#domain/views/distance.ts';
import { formatDistance } from '#i18n/format.ts';
import { runInFull, type RunInFull } from '#store/queries/run-in-full.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Frame } from '../common/frame.tsx';
import type { MapMark, MapPlace } from '../common/map/map-place.ts';
import { PlacesMap } from '../common/map/places-map.tsx';
import { useParams } from '../common/router.tsx';
import { useSettings } from '../common/settings.tsx';
import { useQuery } from '../common/use-query.ts';
import { useWords } from '../common/words.ts';
import { usePlaceName } from '../common/use-place-name.ts';
import { amountsText } from './amounts-text.ts';
import { RunGone } from './run-gone.tsx';

/** Where the stops of a run are, and how far it is from one to the next. */
export function RunMapScreen(): ReactElement {
  const { id = '' } = useParams();
  const words = useWords('map');
  const answer = useQuery(runInFull, id);
  if (answer.type === 'unknown') return <Frame title={words.title} back={`/run/${id}`} children="" />;
  if (answer.value === null) return <RunGone run={id} />;
  return (
    <Frame title={words.title} back={`/run/${id}`}>
      <RunMap view={answer.value} />
    </Frame>
  );
}

function RunMap({ view }: { readonly view: RunInFull }): ReactElement {
  const words = useWords('map');
  const { run } = useWords('driver');
  const { language } = useSettings();
  const [picked, setPicked] = useState<RowId | undefined>(undefined);
  const places = useRunPlaces(view);
  const placed = places.filter(({ position }) => position !== null);
  if (placed.length === 0)
    return (
      <EmptyState icon="pin" title={words.noneTitle}>
        {words.noneAsk}
      </EmptyState>
    );
  const legend: readonly (readonly [MapMark, string])[] = [
    ['kitchen', words.kitchen],
    ['open', run.stopOpen],
    ['done', run.stopDone],
    ['short', run.stopProblem],
  ];
  return (
    <>
      <PlacesMap
        heading={words.stops}
        order="asGiven"
        places={places}
        legend={legend}
        way={placed.map(({ id }) => id)}
        chosen={placed.find(({ id }) => id === picked)?.id ?? placed[0]?.id ?? null}
        onChoose={setPicked}
        unplacedHint={words.unplacedAsk}
      />
      {placed.length < 2 ? null : <p>{words.whole(formatDistance(lengthOf(placed), language))}</p>}
    </>
  );
}

/** The kitchen, then the stops; each stop is a place of its own even where one is visited twice. */
function useRunPlaces({ run, kitchen, stops, placesById, itemsById }: RunInFull): readonly MapPlace[] {
  const { kitchen: kitchenWord, kitchenLabel } = useWords('map');
  const { run: words, stop: stopWords } = useWords('driver');
  const { language } = useSettings();
  const called = usePlaceName();
  return useMemo(() => {
    const first: readonly MapPlace[] =
      kitchen === null || run.kitchen === null
        ? []
        : [
            {
              id: run.kitchen,
              position: kitchen.position,
              name: called(kitchen),
              label: kitchenLabel,
              mark: 'kitchen',
              detail: kitchenWord,
            },
          ];
    const others = stops.map((stop): MapPlace => {
      const place = placesById.get(stop.checkpoint);
      const number = String(stop.index + 1);
      const [mark, said] = STATES[stop.state];
      return {
        id: `${stop.checkpoint} ${number}` as RowId,
        position: place?.position ?? null,
        name: `${number}. ${called(place) ?? stopWords.placeUnknown}`,
        label: number,
        mark,
        detail: [words[said], amountsText(stop.planned, itemsById, language)].join(' · '),
      };
    });
    return [...first, ...others];
  }, [run, kitchen, stops, placesById, itemsById, kitchenWord, kitchenLabel, words, stopWords, language, called]);
}

const STATES = {
  open: ['open', 'stopOpen'],
  asPlanned: ['done', 'stopDone'],
  notAsPlanned: ['short', 'stopProblem'],
} as const;

function lengthOf(places: readonly MapPlace[]): number {
  return places.slice(1).reduce((sum, { position }, index) => {
    return sum + (metresBetween(places[index]?.position, position) ?? 0);
  }, 0);
}
