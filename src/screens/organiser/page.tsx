import type { ReactElement, ReactNode } from 'react';
import { Frame } from '../common/frame.tsx';
import { useWide } from '../common/use-wide.ts';

export type PageProps = {
  readonly title: string;
  readonly children: ReactNode;
  readonly back?: string | undefined;
  readonly subtitle?: ReactNode | undefined;
  /** The one thing to do now: in the thumb's reach on a phone, beside the title where there is room. */
  readonly action?: ReactNode | undefined;
};

/** A page of the organiser: dense, and as wide as a table needs. */
export function Page({ action, ...props }: PageProps): ReactElement {
  const isWide = useWide();
  return (
    <Frame
      {...props}
      width="wide"
      density="dense"
      headerActions={isWide ? action : undefined}
      action={isWide ? undefined : action}
    />
  );
}
