import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.ts';
import styles from './state-mark.module.css';

/** Where a record is. `checking` once was on the server and waits for its word; `unknown` has not been asked yet. */
export type RecordState = 'phone' | 'handed' | 'server' | 'checking' | 'needsYou' | 'unknown';

export type StateMarkProps = {
  readonly state: RecordState;
  readonly word: string;
  /** The age, or to whom it was handed. */
  readonly detail?: string | undefined;
};

const glyphs: Readonly<Record<Exclude<RecordState, 'needsYou'>, IconName>> = {
  phone: 'clock',
  handed: 'arrow',
  server: 'tick',
  checking: 'checking',
  unknown: 'unknown',
};

/**
 * A glyph and a word, never colour alone; green is only for the server, red only for what needs a person. That
 * glyph is drawn by the style: there may be hundreds of them in a list, and a picture is as much work as the words beside it.
 */
export function StateMark({ state, word, detail }: StateMarkProps): ReactElement {
  return (
    <span className={classes(styles['mark'], styles[state])}>
      {state === 'needsYou' ? null : <Icon name={glyphs[state]} className={styles['glyph']} />}
      <span>
        {word}
        {detail === undefined ? null : <span className={styles['detail']}> · {detail}</span>}
      </span>
    </span>
  );
}
