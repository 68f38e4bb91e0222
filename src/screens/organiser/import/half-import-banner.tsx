import type { ReactElement } from 'react';
import { formatNumber } from '#i18n/format.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { useClient } from '../../common/client.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { forgetHalfImport, halfImport } from './half-import.ts';

/** That an import ended half-way: a tab was closed, a battery died. It says how to go on. */
export function HalfImportBanner(): ReactElement | null {
  const words = useWords('csv');
  const { actions } = useWords('common');
  const { language } = useSettings();
  const { store } = useClient();
  const half = useQuery(halfImport);
  if (half.type === 'unknown' || half.value === null) return null;
  const { doneCount, stepCount } = half.value;
  return (
    <Banner
      tone="warn"
      title={words.half(formatNumber(doneCount, language), formatNumber(stepCount, language))}
      action={<Button onPress={() => void forgetHalfImport(store)}>{actions.seen}</Button>}
    />
  );
}
