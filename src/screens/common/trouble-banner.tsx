import type { ReactElement, ReactNode } from 'react';
import type { Trouble } from '#i18n/trouble.ts';
import { Banner } from '#ui/banner.tsx';

export type TroubleBannerProps = {
  readonly trouble: Trouble;
  readonly action?: ReactNode | undefined;
  readonly tone?: 'info' | 'warn' | undefined;
};

/** What happened, what is safe, what to do; and the one button for it. */
export function TroubleBanner({ trouble, action, tone = 'warn' }: TroubleBannerProps): ReactElement {
  return (
    <Banner tone={tone} title={trouble.title} action={action}>
      <p>{trouble.safe}</p>
      <p>{trouble.next}</p>
    </Banner>
  );
}
