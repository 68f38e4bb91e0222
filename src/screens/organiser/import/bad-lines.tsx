import type { ReactElement } from 'react';
import type { BadLine } from '#domain/import/bad-line.ts';
import { cleanText } from '#domain/import/cells.ts';
import { formatNumber } from '#i18n/format.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Stack } from '#ui/stack.tsx';
import { type Column, Table } from '#ui/table.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { useWide } from '../../common/use-wide.ts';
import { useShare } from '../use-share.tsx';
import { saveBadLines } from './save-bad-lines.ts';

const SHOWN_CELLS_LENGTH = 120;

/** Every line that stays out, with its number and all that is wrong with it. */
export function BadLines({ lines }: { readonly lines: readonly BadLine[] }): ReactElement | null {
  const words = useWords('csv');
  const isWide = useWide();
  const { shown, more } = useShare(lines);
  if (lines.length === 0) return null;
  const reasons = (line: BadLine): string => line.reasons.map((reason) => words.badLines[reason]).join('; ');
  const save = (): void => void saveBadLines(lines, reasons, words.badColumns);
  return (
    <>
      <Banner tone="warn" title={words.badTitle(lines.length)}>
        <p>{words.badLead}</p>
      </Banner>
      {isWide ? <LinesTable lines={shown} reasons={reasons} /> : <LinesList lines={shown} reasons={reasons} />}
      {more}
      <Stack direction="row">
        <Button icon="download" onPress={save}>
          {words.badSave}
        </Button>
      </Stack>
    </>
  );
}

type LinesProps = { readonly lines: readonly BadLine[]; readonly reasons: (line: BadLine) => string };

function LinesTable({ lines, reasons }: LinesProps): ReactElement {
  const { badColumns: headers } = useWords('csv');
  const { language } = useSettings();
  const columns: readonly Column<BadLine>[] = [
    { id: 'line', header: headers.line, isRowHeader: true, cell: ({ line }) => formatNumber(line, language) },
    { id: 'reason', header: headers.reason, cell: reasons },
    { id: 'content', header: headers.content, cell: ({ cells }) => contentText(cells) },
  ];
  return (
    <Table
      caption={`${headers.line} · ${headers.reason}`}
      captioned="hidden"
      columns={columns}
      rows={lines}
      rowKey={({ line }) => String(line)}
    />
  );
}

function LinesList({ lines, reasons }: LinesProps): ReactElement {
  const { badColumns: headers } = useWords('csv');
  const { language } = useSettings();
  return (
    <List>
      {lines.map((line) => (
        <ListRow
          key={line.line}
          tone="needsYou"
          title={`${headers.line} ${formatNumber(line.line, language)}: ${reasons(line)}`}
          detail={contentText(line.cells)}
        />
      ))}
    </List>
  );
}

function contentText(cells: readonly string[]): string {
  const text = cells
    .map(cleanText)
    .filter((cell) => cell !== '')
    .join(' · ');
  return text.length > SHOWN_CELLS_LENGTH ? `${text.slice(0, SHOWN_CELLS_LENGTH)}…` : text;
}
