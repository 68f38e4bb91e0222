import { useMemo } from 'react';
import type { Day, RowId } from '#domain/scalars.ts';
import { useNavigate, useSearchParams } from '../../common/router.tsx';
import type { BoardFilter } from './board.ts';

export type BoardView = 'day' | 'week';

/** What the board shows stands in its address: it can be kept, sent, and gone back to. */
export type BoardAddress = {
  readonly on: Day;
  readonly view: BoardView;
  readonly filter: BoardFilter;
  readonly goTo: (change: Partial<BoardFilter & { readonly on: Day; readonly view: BoardView }>) => void;
};

/** @param usual where the address says nothing: a phone begins with gaps, a wide screen with everything. */
export function useBoardAddress(today: Day, usual: BoardFilter['show']): BoardAddress {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const text = search.get('on') ?? '';
  const on = /^\d{4}-\d{2}-\d{2}$/.test(text) ? (text as Day) : today;
  const view: BoardView = search.get('view') === 'week' ? 'week' : 'day';
  const filter = useMemo((): BoardFilter => {
    const show = search.get('show');
    return {
      show: show === 'all' || show === 'gaps' ? show : usual,
      district: search.get('district') ?? '',
      item: (search.get('item') ?? '') as RowId | '',
      search: search.get('search') ?? '',
    };
  }, [search, usual]);
  return {
    on,
    view,
    filter,
    goTo: (change) => {
      const next = { on, view, ...filter, ...change };
      const defaults: Readonly<Record<string, string>> = { on: today, view: 'day', show: usual };
      const parts = Object.entries(next).filter(([key, value]) => value !== '' && value !== defaults[key]);
      const query = new URLSearchParams(parts).toString();
      // Who types or chooses wants to go back to where they came from, and not through every letter.
      navigate(query === '' ? '/coverage' : `/coverage?${query}`, { replace: true });
    },
  };
}
