import type { ReactElement, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './card.module.css';

export type CardProps = {
  readonly children: ReactNode;
  /** `now` marks the one card that matters at this moment; `needsYou` one that waits for a person. */
  readonly tone?: 'plain' | 'now' | 'needsYou' | undefined;
  /** `article` when the card makes sense on its own, with its heading's id. */
  readonly labelledBy?: string | undefined;
};

export function Card({ children, tone = 'plain', labelledBy }: CardProps): ReactElement {
  const className = classes(styles['card'], styles[tone]);
  if (labelledBy === undefined) return <div className={className}>{children}</div>;
  return (
    <article className={className} aria-labelledby={labelledBy}>
      {children}
    </article>
  );
}
