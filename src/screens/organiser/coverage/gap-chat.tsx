import type { ReactElement } from 'react';
import type { CoverageCell } from '#domain/views/coverage/coverage-cell.ts';
import { missingLines } from '#domain/views/coverage/shortfalls.ts';
import { gapText } from '#i18n/print/chat-text.ts';
import { checkpoints } from '#store/queries/checkpoints.ts';
import { useQuery } from '../../common/use-query.ts';
import { ChatDialog } from '../chat/chat-dialog.tsx';
import type { CellOpen } from './cell-open.ts';

export type GapChatProps = Pick<CellOpen, 'row' | 'on' | 'window' | 'standing'> & {
  readonly cell: CoverageCell;
  readonly onClose: () => void;
};

/** The gap as a text for whoever could fill it. */
export function GapChat({ row, on, window, standing, cell, onClose }: GapChatProps): ReactElement | null {
  const known = useQuery(checkpoints);
  const place = known.type === 'known' ? known.value.find(({ id }) => id === row.id) : undefined;
  if (place === undefined) return null;
  const gap = { place, on, window: standing.windowsById.get(window), missing: missingLines(cell) };
  return <ChatDialog textIn={(said) => gapText(gap, said)} onClose={onClose} />;
}
