import { useState } from 'react';
import { keepDraft } from '#store/drafts.ts';
import { draft } from '#store/queries/draft.ts';
import { useClient } from '../../common/client.tsx';
import { useQuery } from '../../common/use-query.ts';

export const papers = ['single', 'pairs'] as const;
export type Paper = (typeof papers)[number];

/** What is asked once and kept on this device for the next morning. */
export type PrintChoices = { readonly paper: Paper; readonly hotline: string };

export type PrintChoicesUse = PrintChoices & { readonly change: (part: Partial<PrintChoices>) => void };

/** Under this name the choices are kept. */
const KEPT_AS = 'print';

/** Undefined until what was kept has been read. */
export function usePrintChoices(): PrintChoicesUse | undefined {
  const { store } = useClient();
  const kept = useQuery(draft, KEPT_AS);
  const [changed, setChanged] = useState<Partial<PrintChoices>>({});
  if (kept.type === 'unknown') return undefined;
  const choices = { ...readChoices(kept.value), ...changed };
  return {
    ...choices,
    change: (part) => {
      setChanged((before) => ({ ...before, ...part }));
      // A choice that did not come to be kept is asked for again next time.
      keepDraft(store, KEPT_AS, { ...choices, ...part }).catch(() => undefined);
    },
  };
}

function readChoices(kept: unknown): PrintChoices {
  const known: { readonly paper?: unknown; readonly hotline?: unknown } = kept instanceof Object ? kept : {};
  return {
    paper: papers.find((paper) => paper === known.paper) ?? 'single',
    hotline: typeof known.hotline === 'string' ? known.hotline : '',
  };
}
