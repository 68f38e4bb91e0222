import { useState, type ReactElement } from 'react';
import { Button } from '#ui/button.tsx';
import { useWords } from '../common/words.ts';

/** So many rows are drawn at once; thousands would hold up a cheap phone for seconds. */
const SHARE = 100;

/** The beginning of a long list, and the button for more of it. */
export function useShare<Row>(
  rows: readonly Row[],
  share = SHARE,
): {
  readonly shown: readonly Row[];
  readonly more: ReactElement | null;
} {
  const { actions } = useWords('common');
  const [shares, setShares] = useState(1);
  const isWhole = rows.length <= shares * share;
  return {
    shown: rows.slice(0, shares * share),
    more: isWhole ? null : <Button onPress={() => setShares(shares + 1)}>{actions.more}</Button>,
  };
}
