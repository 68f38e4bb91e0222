import { useState, type ReactElement } from 'react';
import { MAX_NAME_LENGTH } from '#domain/scalars.ts';
import { searchPlaces } from '#domain/views/place-search.ts';
import { formatNumber } from '#i18n/format.ts';
import { checkpoints, type KnownCheckpoint } from '#store/queries/checkpoints.ts';
import { type KnownKitchen, kitchens } from '#store/queries/kitchens.ts';
import { ownBranch } from '#store/queries/own-branch.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useSearchParams } from '../../common/router.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { NextFirstStep } from '../first/next-first-step.tsx';
import { useWords } from '../../common/words.ts';
import { useHashScroll } from '../use-hash-scroll.ts';
import { BranchDialog } from './branch-dialog.tsx';
import { CheckpointDialog } from './checkpoint-dialog.tsx';
import { CheckpointsTable } from './checkpoints-table.tsx';
import { KitchenDialog } from './kitchen-dialog.tsx';
import { KitchensSection } from './kitchens-section.tsx';
import styles from './places.module.css';
import { Page } from '../page.tsx';

type Open =
  | { readonly type: 'branch' }
  | { readonly type: 'checkpoint'; readonly row: KnownCheckpoint | undefined }
  | { readonly type: 'kitchen'; readonly row: KnownKitchen | undefined };

/** Where food is needed, and where it is loaded. */
export function PlacesScreen(): ReactElement {
  const words = useWords('places');
  const [search] = useSearchParams();
  const [open, setOpen] = useState<Open | undefined>(() => wished(search.get('new')));
  const branch = useQuery(ownBranch);
  const places = useQuery(checkpoints);
  const loading = useQuery(kitchens);
  useHashScroll(places.type === 'known' && loading.type === 'known' ? 'drawn' : 'waiting');
  const close = (): void => setOpen(undefined);
  return (
    <Page
      title={words.title}
      action={
        <Button look="primary" icon="plus" width="full" onPress={() => setOpen({ type: 'checkpoint', row: undefined })}>
          {words.checkpoints.add}
        </Button>
      }
    >
      <Elsewhere onBranch={() => setOpen({ type: 'branch' })} />
      {places.type === 'unknown' || loading.type === 'unknown' ? null : (
        <>
          <Checkpoints places={places.value} onOpen={(row) => setOpen({ type: 'checkpoint', row })} />
          <KitchensSection kitchens={loading.value} onOpen={(row) => setOpen({ type: 'kitchen', row })} />
          {open?.type === 'checkpoint' ? <CheckpointDialog row={open.row} all={places.value} onClose={close} /> : null}
        </>
      )}
      {open?.type === 'branch' && branch.type === 'known' ? (
        <BranchDialog branch={branch.value} onClose={close} />
      ) : null}
      {open?.type === 'kitchen' ? <KitchenDialog row={open.row} onClose={close} /> : null}
      <NextFirstStep />
    </Page>
  );
}

/** Whoever comes to enter the first one has its form before them. */
function wished(kind: string | null): Open | undefined {
  return kind === 'kitchen' || kind === 'checkpoint' ? { type: kind, row: undefined } : undefined;
}

function Elsewhere({ onBranch }: { readonly onBranch: () => void }): ReactElement {
  const words = useWords('places');
  const { day } = useWords('organiser');
  const map = useWords('map');
  const go = useGo();
  return (
    <Stack direction="row" gap="small">
      <ButtonLink icon="box" href="/items" onGo={go}>
        {words.toItems}
      </ButtonLink>
      <ButtonLink icon="pin" href="/map" onGo={go}>
        {map.open}
      </ButtonLink>
      <ButtonLink icon="upload" href="/import" onGo={go}>
        {day.importFile}
      </ButtonLink>
      <ButtonLink icon="download" href="/export" onGo={go}>
        {day.exportFiles}
      </ButtonLink>
      <Button icon="settings" onPress={onBranch}>
        {words.branch.title}
      </Button>
    </Stack>
  );
}

type CheckpointsProps = {
  readonly places: readonly KnownCheckpoint[];
  readonly onOpen: (row: KnownCheckpoint) => void;
};

/** From so many places on, looking for one takes longer than typing its number. */
const SEARCHED_FROM = 8;

function Checkpoints({ places, onOpen }: CheckpointsProps): ReactElement {
  const words = useWords('places');
  const { language } = useSettings();
  const [typed, setTyped] = useState('');
  const open = places.filter(({ status }) => status === 'open');
  const closed = places.filter(({ status }) => status === 'closed');
  const found = searchPlaces(open, typed);
  return (
    <Stack>
      {open.length < SEARCHED_FROM ? null : (
        <div className={styles['search']}>
          <TextInput
            label={words.search}
            hint={words.shown(formatNumber(found.length, language), formatNumber(open.length, language))}
            value={typed}
            onChange={setTyped}
            maxLength={MAX_NAME_LENGTH}
          />
        </div>
      )}
      <CheckpointsTable key={typed} places={found} closed={closed} onOpen={onOpen} />
    </Stack>
  );
}
