import { useState } from 'react';
import type { Day } from '#domain/scalars.ts';
import { noticesOn } from '#domain/views/notices.ts';
import { keepDraft } from '#store/drafts.ts';
import { draft } from '#store/queries/draft.ts';
import { notices } from '#store/queries/notices.ts';
import { useClient } from '../../common/client.tsx';
import { useQuery } from '../../common/use-query.ts';

export const papers = ['single', 'pairs'] as const;
export type Paper = (typeof papers)[number];

/** What is asked once and kept on this device for the next morning. */
export type PrintChoices = { readonly paper: Paper; readonly hotline: string };

export type PrintChoicesUse = PrintChoices & { readonly change: (part: Partial<PrintChoices>) => void };

/** Under this name the choices are kept. */
const KEPT_AS = 'print';

/** Undefined until what was kept has been read. The first hotline that is told of that day is called unless somebody says another. */
export function usePrintChoices(day: Day): PrintChoicesUse | undefined {
  const { store } = useClient();
  const kept = useQuery(draft, KEPT_AS);
  const told = useQuery(notices);
  const [changed, setChanged] = useState<Partial<PrintChoices>>({});
  if (kept.type === 'unknown' || told.type === 'unknown') return undefined;
  const known = { ...readChoices(kept.value), ...changed };
  const hotline = noticesOn(told.value, day).find(({ body }) => body.topic === 'hotline' && body.phone !== null);
  return {
    paper: known.paper ?? 'single',
    hotline: known.hotline ?? hotline?.body.phone ?? '',
    change: (part) => {
      setChanged((before) => ({ ...before, ...part }));
      // A choice that did not come to be kept is asked for again next time.
      keepDraft(store, KEPT_AS, { ...known, ...part }).catch(() => undefined);
    },
  };
}

function readChoices(kept: unknown): Partial<PrintChoices> {
  const known: { readonly paper?: unknown; readonly hotline?: unknown } = kept instanceof Object ? kept : {};
  const paper = papers.find((one) => one === known.paper);
  return {
    ...(paper === undefined ? {} : { paper }),
    ...(typeof known.hotline === 'string' ? { hotline: known.hotline } : {}),
  };
}
