import { useEffect, useEffectEvent, type CSSProperties, type ReactElement } from 'react';
import { Icon } from './icon.tsx';
import styles from './undo-bar.module.css';

export type UndoOffer = {
  /** The act's own id: another one starts the time anew. */
  readonly id: string;
  /** "Delivered 20". */
  readonly message: string;
  readonly undoLabel: string;
  /** How long undo is offered in all, and how much of that is left now. */
  readonly totalMs: number;
  readonly remainingMs?: number | undefined;
};

export type UndoBarProps = {
  /** Undefined: nothing to undo. The bar stays mounted, because a live region speaks only what changes inside it. */
  readonly offer: UndoOffer | undefined;
  readonly onUndo: (id: string) => void;
  /** The time has passed; what was done stays done. */
  readonly onEnd: (id: string) => void;
};

/** Says what was done and takes it back while the line under it lasts. */
export function UndoBar({ offer, onUndo, onEnd }: UndoBarProps): ReactElement {
  return (
    <div className={styles['place']} role="status">
      {offer === undefined ? null : <OfferedUndo key={offer.id} offer={offer} onUndo={onUndo} onEnd={onEnd} />}
    </div>
  );
}

function OfferedUndo({ offer, onUndo, onEnd }: UndoBarProps & { readonly offer: UndoOffer }): ReactElement {
  const { id, totalMs } = offer;
  const remainingMs = Math.min(totalMs, offer.remainingMs ?? totalMs);
  const end = useEffectEvent(() => onEnd(id));
  // The id is the key: the time runs once for each offer, however often the screen draws itself meanwhile.
  useEffect(() => {
    const timer = setTimeout(end, remainingMs);
    return () => clearTimeout(timer);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the time that was left when the offer was made
  }, []);
  const time = { '--total': `${totalMs}ms`, '--gone': `${remainingMs - totalMs}ms` } as CSSProperties;
  return (
    <div className={styles['bar']} style={time}>
      <span className={styles['message']}>{offer.message}</span>
      <button type="button" className={styles['undo']} onClick={() => onUndo(id)}>
        <Icon name="undo" size={1.2} />
        <span>{offer.undoLabel}</span>
      </button>
      <span className={styles['time']} aria-hidden="true" />
    </div>
  );
}
