import { memo, useId, type ReactElement, type ReactNode } from 'react';
import { useByAndBy } from './by-and-by.ts';
import { classes } from './classes.ts';
import styles from './table.module.css';

export type Column<Row> = {
  readonly id: string;
  readonly header: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'start' | 'end' | undefined;
  /**
   * Its part of the width, in hundredths. When every column has one, none changes its width as rows come, and rows that come do
   * not make the browser measure those that are there.
   */
  readonly share?: number | undefined;
  /** The column that names the row; it stays in sight when the table is scrolled sideways. */
  readonly isRowHeader?: boolean | undefined;
};

export type TableProps<Row> = {
  readonly caption: string;
  /** `hidden` where a heading right above says the same. */
  readonly captioned?: 'visibly' | 'hidden' | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowTone?: ((row: Row) => 'plain' | 'needsYou' | 'past') | undefined;
  /** Shown in place of rows when there are none. */
  readonly empty?: ReactNode | undefined;
};

/** A real table: captioned, with headers that stay, in a frame that can be scrolled with the keyboard too. */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const { caption, captioned = 'visibly', columns, rows, rowKey, rowTone, empty } = props;
  const captionId = useId();
  const isShared = columns.every(({ share }) => share !== undefined);
  const drawn = rows.slice(0, useByAndBy(rows.length));
  return (
    <div className={styles['frame']} role="region" aria-labelledby={captionId} tabIndex={0}>
      <table className={classes(styles['table'], isShared && styles['shared'])}>
        <caption className={styles[captioned]} id={captionId}>
          <span className={styles['words']}>{caption}</span>
        </caption>
        {isShared ? (
          <colgroup>
            {columns.map(({ id, share }) => (
              <col key={id} style={{ inlineSize: `${share ?? 0}%` }} />
            ))}
          </colgroup>
        ) : null}
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={cellClass(column, styles['head'])}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drawn.map((row) => (
            <TableRow key={rowKey(row)} columns={columns} row={row} tone={rowTone?.(row) ?? 'plain'} />
          ))}
          {rows.length === 0 && empty !== undefined ? (
            <tr>
              <td className={styles['cell']} colSpan={columns.length}>
                {empty}
              </td>
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}

type TableRowProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly tone: 'plain' | 'needsYou' | 'past';
};

/** Drawn again only when the columns or its row are others. */
const TableRow = memo(function TableRow<Row>({ columns, row, tone }: TableRowProps<Row>): ReactElement {
  return <tr className={styles[tone]}>{columns.map((column) => cellOf(column, row))}</tr>;
}) as <Row>(props: TableRowProps<Row>) => ReactElement;

/** No component: a day has thousands of cells. */
function cellOf<Row>(column: Column<Row>, row: Row): ReactElement {
  const className = cellClass(column, styles['cell']);
  return column.isRowHeader === true ? (
    <th key={column.id} scope="row" className={className}>
      {column.cell(row)}
    </th>
  ) : (
    <td key={column.id} className={className}>
      {column.cell(row)}
    </td>
  );
}

function cellClass<Row>(column: Column<Row>, base: string | undefined): string {
  return classes(base, column.align === 'end' && styles['end'], column.isRowHeader === true && styles['naming']);
}
