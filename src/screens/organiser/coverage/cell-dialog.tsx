import { useState, type ReactElement } from 'react';
import { missingLines } from '#domain/views/coverage/shortfalls.ts';
import { formatDayFrom, formatNumber } from '#i18n/format.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Icon } from '#ui/icon.tsx';
import { Stack } from '#ui/stack.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { CellCovers } from './cell-covers.tsx';
import { CellHistory } from './cell-history.tsx';
import type { CellOpen } from './cell-open.ts';
import { FillGap } from './fill-gap.tsx';
import { GapChat } from './gap-chat.tsx';
import styles from './cell-dialog.module.css';

export type CellDialogProps = CellOpen & {
  readonly onClose: () => void;
  readonly onNeed: () => void;
  readonly onCallOff: () => void;
};

/** A cell in full: what is missing and who could bring it, who comes, and what is needed. */
export function CellDialog(props: CellDialogProps): ReactElement {
  const { cell, row, standing, on, clock, naming, onClose } = props;
  const { actions } = useWords('common');
  const words = useWords('coverage');
  const { chat } = useWords('print');
  const [isChat, setIsChat] = useState(false);
  const { language } = useSettings();
  const window = standing.windowsById.get(props.window);
  const isGap = cell !== undefined && missingLines(cell).length > 0;
  const isCalledOff = cell !== undefined && cell.reason !== null;
  const isSaid = isCalledOff || (cell !== undefined && cell.headcount > 0);
  if (isGap && isChat) return <GapChat {...props} cell={cell} onClose={() => setIsChat(false)} />;
  return (
    <Dialog isOpen title={naming.place(row.id)} closeLabel={actions.close} onClose={onClose}>
      <p className={styles['when']}>{`${window?.name ?? ''} · ${formatDayFrom(clock.today, on, language, 'long')}`}</p>
      <CellStanding {...props} />
      {isGap ? <FillGap {...props} cell={cell} /> : null}
      {isGap ? (
        <Button width="full" icon="share" onPress={() => setIsChat(true)}>
          {chat.open}
        </Button>
      ) : null}
      {cell === undefined || cell.covers.length === 0 ? null : <CellCovers {...props} cell={cell} />}
      <Stack gap="small">
        <Button width="full" icon="settings" onPress={props.onNeed}>
          {isSaid ? words.cell.change : words.cell.set}
        </Button>
        {isSaid ? (
          <Button look="quiet" width="full" icon={isCalledOff ? 'undo' : 'cross'} onPress={props.onCallOff}>
            {isCalledOff ? words.cell.restore : words.cell.callOff}
          </Button>
        ) : null}
        <CellHistory {...props} />
      </Stack>
    </Dialog>
  );
}

function CellStanding({ cell, naming, clock }: CellDialogProps): ReactElement {
  const words = useWords('coverage');
  const { language } = useSettings();
  if (cell === undefined || cell.state === 'notNeeded') {
    const reason = cell?.reason ?? null;
    const called = reason === '' ? words.cell.noReason : words.cell.reason(reason ?? '');
    return <p>{reason === null ? words.states.notNeeded : called}</p>;
  }
  const missing = missingLines(cell);
  const heard = cell.heardAt === null ? words.neverHeard : words.lastHeard(clock.timeText(cell.heardAt));
  return (
    <Stack gap="small">
      <p className={styles['lead']}>
        {cell.state === 'bare'
          ? `${words.states.bare}: ${words.cell.heads(cell.headcount)}`
          : words.cell.standing(formatNumber(cell.heads, language), formatNumber(cell.headcount, language))}
      </p>
      {cell.fed === 0 ? null : <p>{words.cell.handedOver(formatNumber(cell.fed, language))}</p>}
      {missing.length === 0 ? null : <p>{words.missing(naming.amounts(missing))}</p>}
      {cell.marks.length === 0 ? null : (
        <ul className={styles['marks']}>
          {cell.marks.map((mark) => (
            <li key={mark} className={styles['markLine']}>
              <Icon name="exclamation" size={1.1} />
              <span>{mark === 'stale' ? `${words.marksNext[mark]} (${heard})` : words.marksNext[mark]}</span>
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}
