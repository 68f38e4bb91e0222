import type { ReactElement } from 'react';
import { type Column, Table } from '#ui/table.tsx';
import { List } from '#ui/list.tsx';
import type { StopProgress } from '#domain/views/run-progress.ts';
import type { OrganiserWords } from '#i18n/organiser/en.ts';
import { classes } from '#ui/classes.ts';
import { useWords } from '../../common/words.ts';
import { RoadMark } from '../../common/notices/road-mark.tsx';
import { StopName } from '../stop-name.tsx';
import { useWide } from '../../common/use-wide.ts';
import type { OpenDialog } from './run-dialog.tsx';
import type { RunShown } from './run-shown.ts';
import { StopDelivered } from './stop-delivered.tsx';
import styles from './run.module.css';

export type StopsProps = RunShown & { readonly onOpen: (dialog: OpenDialog) => void };

/** Every stop with what was planned and what was recorded. */
export function Stops(props: StopsProps): ReactElement {
  const isWide = useWide();
  return isWide ? <StopsTable {...props} /> : <StopsList {...props} />;
}

function StopsTable(props: StopsProps): ReactElement {
  const { run: words } = useWords('organiser');
  const common = useWords('common');
  const { stops } = props;
  return (
    <Table
      // The section around it has the heading's name; two landmarks of one name tell nobody where they are.
      caption={common.stops(stops.length)}
      captioned="hidden"
      columns={columnsOf(props, words.columns)}
      rows={stops}
      rowKey={({ index }) => String(index)}
      rowTone={({ records }) => (records.length > 1 ? 'needsYou' : 'plain')}
    />
  );
}

function columnsOf(props: StopsProps, headers: OrganiserWords['run']['columns']): readonly Column<StopProgress>[] {
  const { naming } = props;
  return [
    {
      id: 'stop',
      header: headers.stop,
      isRowHeader: true,
      cell: (stop) => (
        <>
          <StopName ordinal={stop.index + 1} place={naming.place(stop.checkpoint)} />
          <RoadMark checkpoint={stop.checkpoint} />
        </>
      ),
    },
    { id: 'planned', header: headers.planned, cell: (stop) => naming.amounts(stop.planned) },
    { id: 'delivered', header: headers.delivered, cell: (stop) => <StopDelivered {...props} stop={stop} /> },
  ];
}

function StopsList(props: StopsProps): ReactElement {
  const { run: words } = useWords('organiser');
  const { naming, stops } = props;
  return (
    <List label={words.stopsCaption}>
      {stops.map((stop) => (
        <li
          key={stop.index}
          role="listitem"
          className={classes(styles['stop'], stop.records.length > 1 && styles['needsYou'])}
        >
          <h3 className={styles['stopName']}>
            <StopName ordinal={stop.index + 1} place={naming.place(stop.checkpoint)} />
          </h3>
          <RoadMark checkpoint={stop.checkpoint} />
          <p className={styles['quiet']}>{`${words.columns.planned}: ${naming.amounts(stop.planned)}`}</p>
          <StopDelivered {...props} stop={stop} />
        </li>
      ))}
    </List>
  );
}
