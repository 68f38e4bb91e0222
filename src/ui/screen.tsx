import { useEffect, type ReactElement, type ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './screen.module.css';

export type ScreenProps = {
  readonly children: ReactNode;
  readonly header?: ReactNode | undefined;
  /** The one thing to do now, kept in the thumb's reach above the bottom bar. */
  readonly action?: ReactNode | undefined;
  readonly bottomBar?: ReactNode | undefined;
  /** `wide` for tables on a laptop. */
  readonly width?: 'column' | 'wide' | undefined;
  readonly density?: 'driver' | 'dense' | undefined;
};

/** A page of the app: header, content, one action, bottom bar. */
export function Screen(props: ScreenProps): ReactElement {
  const { children, header, action, bottomBar, width = 'column', density = 'driver' } = props;
  useRoomForAction(action === undefined ? 'none' : 'shown');
  return (
    <div className={classes(styles['screen'], bottomBar !== undefined && styles['railed'])} data-density={density}>
      <div className={classes(styles['page'], styles[width])}>
        {header}
        <main className={styles['content']}>{children}</main>
      </div>
      <div className={styles['foot']}>
        {action === undefined ? null : (
          <div className={styles['action']}>
            <div className={styles[width]}>{action}</div>
          </div>
        )}
        {bottomBar}
      </div>
    </div>
  );
}

/** What floats above the foot - the undo bar, a notice - must not lie on the one thing to do: it reads this and moves up. */
function useRoomForAction(standing: 'none' | 'shown'): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset['action'] = standing;
    return () => {
      delete dataset['action'];
    };
  }, [standing]);
}
