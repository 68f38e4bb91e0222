import { useId, useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { IconButton } from './icon-button.tsx';
import { keepStill } from './keep-still.ts';
import styles from './dialog.module.css';

export type DialogProps = {
  readonly isOpen: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons, the one that does it last. */
  readonly actions?: ReactNode | undefined;
  readonly closeLabel: string;
  /** Escape, the cross, the phone's own way back: all of them mean this. */
  readonly onClose: () => void;
};

/** The browser's own dialog: it keeps the focus inside and gives it back to what opened it. */
export function Dialog(props: DialogProps): ReactElement {
  const { isOpen, title, children, actions, closeLabel, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  /** The browser tells of a closing a little later: when this page has closed it, and it may be open again by then. */
  const isClosedHere = useRef(false);
  // Before the picture is drawn: what closes it may have changed the page behind, and both are one picture.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || !isOpen) return undefined;
    const opener = document.activeElement;
    element.showModal();
    return () => {
      keepStill(() => {
        // One that leaves the page as it closes would take the focus with it.
        if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
      });
      isClosedHere.current = element.open;
      element.close();
    };
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      className={styles['dialog']}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // It closes when the screen says so; otherwise what is shown and what is so would part ways.
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        const wasClosedHere = isClosedHere.current;
        isClosedHere.current = false;
        if (isOpen && !wasClosedHere) onClose();
      }}
    >
      {isOpen ? (
        <div className={styles['sheet']}>
          <div className={styles['line']}>
            <h2 className={styles['title']} id={titleId}>
              {title}
            </h2>
            <IconButton icon="cross" label={closeLabel} onPress={onClose} />
          </div>
          <div className={styles['content']}>{children}</div>
          {actions === undefined ? null : <div className={styles['actions']}>{actions}</div>}
        </div>
      ) : null}
    </dialog>
  );
}
