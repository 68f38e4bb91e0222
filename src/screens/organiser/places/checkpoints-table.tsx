import type { ReactElement } from 'react';
import type { PlacesWords } from '#i18n/places/en.ts';
import type { KnownCheckpoint } from '#store/queries/checkpoints.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { useWords } from '../../common/words.ts';
import { OpenButton } from '../open-button.tsx';
import { PhoneLink } from '../phone-link.tsx';
import { useShare } from '../use-share.tsx';
import { useWide } from '../../common/use-wide.ts';
import { type Called, usePlaceName } from '../../common/use-place-name.ts';

export type CheckpointsTableProps = {
  readonly places: readonly KnownCheckpoint[];
  readonly closed: readonly KnownCheckpoint[];
  readonly onOpen: (row: KnownCheckpoint) => void;
};

/** Checkpoints by their numbers: a table where there is room, else a list. */
export function CheckpointsTable(props: CheckpointsTableProps): ReactElement {
  const { checkpoints, showClosed, closed: closedWord } = useWords('places');
  const called = usePlaceName();
  const isWide = useWide();
  const { places, closed, onOpen } = props;
  const list = isWide ? <WideTable {...props} /> : <PlacesList {...props} />;
  return (
    <>
      {places.length === 0 && closed.length === 0 ? (
        <EmptyState icon="pin" title={checkpoints.emptyTitle}>
          {checkpoints.emptyHint}
        </EmptyState>
      ) : null}
      {places.length === 0 ? null : list}
      {closed.length === 0 ? null : (
        <Disclosure summary={showClosed(closed.length)}>
          <List>
            {closed.map((row) => (
              <ListRow key={row.id} title={called(row)} detail={closedWord} tone="past" onPress={() => onOpen(row)} />
            ))}
          </List>
        </Disclosure>
      )}
    </>
  );
}

function WideTable({ places, onOpen }: CheckpointsTableProps): ReactElement {
  const words = useWords('places');
  const called = usePlaceName();
  const { shown, more } = useShare(places);
  return (
    <>
      <Table
        caption={words.checkpoints.title}
        columns={columnsOf(words, called, onOpen)}
        rows={shown}
        rowKey={({ id }) => id}
      />
      {more}
    </>
  );
}

function columnsOf(
  words: PlacesWords,
  called: Called,
  onOpen: CheckpointsTableProps['onOpen'],
): readonly Column<KnownCheckpoint>[] {
  const { checkpoints: own } = words;
  return [
    { id: 'code', header: own.code, cell: ({ code }) => code },
    {
      id: 'name',
      header: own.name,
      isRowHeader: true,
      cell: (row) => <OpenButton onPress={() => onOpen(row)}>{called(row)}</OpenButton>,
    },
    { id: 'district', header: own.district, cell: ({ district }) => district },
    { id: 'landmark', header: words.landmark, cell: ({ landmark }) => landmark },
    {
      id: 'phone',
      header: words.phone,
      cell: (row) => (row.phone === null ? null : <PhoneLink name={called(row)} phone={row.phone} />),
    },
  ];
}

function PlacesList({ places, onOpen }: CheckpointsTableProps): ReactElement {
  const { checkpoints } = useWords('places');
  const called = usePlaceName();
  const { shown, more } = useShare(places);
  return (
    <>
      <List label={checkpoints.title}>
        {shown.map((row) => (
          <ListRow
            key={row.id}
            title={`${row.code} · ${called(row)}`}
            detail={[row.district, row.landmark].filter((text) => text !== '').join(' · ')}
            onPress={() => onOpen(row)}
          />
        ))}
      </List>
      {more}
    </>
  );
}
