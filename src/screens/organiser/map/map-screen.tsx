import { useMemo, useState, type ReactElement } from 'react';
import type { Day, RowId } from '#domain/scalars.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { kitchens, type KnownKitchen } from '#store/queries/kitchens.ts';
import { ButtonLink } from '#ui/button-link.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Select } from '#ui/select.tsx';
import type { MapMark } from '../../common/map/map-place.ts';
import { PlacesMap } from '../../common/map/places-map.tsx';
import { useSearchParams } from '../../common/router.tsx';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { usePlaceName } from '../../common/use-place-name.ts';
import { useCellTexts } from '../coverage/use-cell-texts.ts';
import { useBoardDays } from '../coverage/use-coverage.ts';
import { dayOfSearch } from '../day-of-search.ts';
import { DayBar } from '../day/day-bar.tsx';
import { Page } from '../page.tsx';
import { type Naming, useNaming } from '../use-naming.ts';
import { useNews } from '../use-news.ts';
import { useCoverageStanding } from '../use-coverage-standing.ts';
import { branchPlaces } from './branch-places.ts';

/** Where checkpoints and kitchens are, how far from each other, and where something is missing on a day. */
export function MapScreen(): ReactElement {
  const words = useWords('map');
  const { reading } = useWords('coverage');
  const clock = useBranchClock();
  const standing = useCoverageStanding();
  const loading = useQuery(kitchens);
  const naming = useNaming();
  const [search] = useSearchParams();
  useNews();
  const isKnown = standing !== undefined && loading.type === 'known';
  return (
    <Page title={words.title} back="/coverage">
      {clock === undefined || !isKnown || naming === undefined ? (
        <p role="status">{reading}</p>
      ) : (
        <BranchMap
          {...{ clock, naming }}
          standing={standing}
          kitchens={loading.value}
          on={dayOfSearch(search.get('on')) ?? clock.today}
        />
      )}
    </Page>
  );
}

type BranchMapProps = {
  readonly standing: CoverageStanding;
  readonly kitchens: readonly KnownKitchen[];
  readonly naming: Naming;
  readonly clock: BranchClock;
  readonly on: Day;
};

function BranchMap({ standing, kitchens: loading, naming, clock, on }: BranchMapProps): ReactElement {
  const words = useWords('map');
  const { states, reading } = useWords('coverage');
  const [window, setWindow] = useState<RowId | ''>('');
  const [picked, setPicked] = useState<RowId | undefined>(undefined);
  const called = usePlaceName();
  const [day] = useBoardDays(standing, on, 1, clock) ?? [];
  const textsOf = useCellTexts(standing, naming, '');
  const places = useMemo(() => {
    if (day === undefined) return undefined;
    const { kitchen, kitchenLabel } = words;
    const texts = { naming, called, states, kitchen, kitchenLabel, amountOf: (shown: Shown) => textsOf(shown).amount };
    return branchPlaces(standing, loading, { day, window }, texts);
  }, [standing, loading, day, window, naming, called, states, words, textsOf]);
  if (places === undefined) return <p role="status">{reading}</p>;
  const placed = places.filter(({ position }) => position !== null);
  if (placed.length === 0) return <NothingToDraw />;
  const legend: readonly (readonly [MapMark, string])[] = [
    ['kitchen', words.kitchen],
    ...(['bare', 'short', 'met', 'notNeeded'] as const).map((state) => [state, states[state]] as const),
  ];
  return (
    <>
      <DayBar day={on} today={clock.today} path="/map" />
      <Select
        label={words.windows}
        options={[
          { value: '', label: words.allWindows },
          ...standing.windows.map(({ id, body }) => ({ value: id, label: body.name })),
        ]}
        value={window}
        onChange={setWindow}
      />
      <PlacesMap
        heading={words.nearest}
        order="nearest"
        places={places}
        legend={legend}
        chosen={placed.find(({ id }) => id === picked)?.id ?? placed[0]?.id ?? null}
        onChoose={setPicked}
        unplacedHint={words.unplacedHint}
      />
    </>
  );
}

type Shown = Parameters<ReturnType<typeof useCellTexts>>[0];

function NothingToDraw(): ReactElement {
  const words = useWords('map');
  const go = useGo();
  return (
    <EmptyState
      icon="pin"
      title={words.noneTitle}
      action={
        <ButtonLink look="primary" icon="pin" href="/places" onGo={go}>
          {words.toPlaces}
        </ButtonLink>
      }
    >
      {words.noneHint}
    </EmptyState>
  );
}
