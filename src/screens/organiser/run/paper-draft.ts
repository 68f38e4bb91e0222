import type { RecordedHow, ShortReason } from '#domain/delivery.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import type { StopProgress } from '#domain/views/run-progress.ts';
import type { Language } from '#i18n/language.ts';
import type { RunRecord } from '#store/queries/run-record.ts';
import { type AmountTexts, linesToTexts, textsToLines } from '../amount-texts.ts';

/** What a paper says of one stop, as it is being typed. */
export type PaperStop = {
  readonly index: number;
  readonly checkpoint: RowId;
  readonly items: readonly RowId[];
  readonly texts: AmountTexts;
  readonly reason: ShortReason | null;
  readonly note: string;
  /** The paper says nothing of it: it stays without a record. */
  readonly isLeftOut: boolean;
};

/** The stops that have no record yet, each as it was planned: most of a sheet is so, and Enter is enough. */
export function paperToBeginWith(stops: readonly StopProgress[], language: Language): readonly PaperStop[] {
  return stops
    .filter(({ state }) => state === 'open')
    .map(({ index, checkpoint, planned }) => ({
      index,
      checkpoint,
      items: planned.map(({ item }) => item),
      texts: linesToTexts(planned, language),
      reason: null,
      note: '',
      isLeftOut: false,
    }));
}

/** Where a text is no amount. */
export type PaperWrong = { readonly index: number; readonly item: RowId };

export type PaperRead =
  | { readonly type: 'read'; readonly mutations: readonly Mutation[] }
  | { readonly type: 'wrong'; readonly where: PaperWrong };

/** The records that the typed sheet makes, in the order of the stops. */
export function readPaper(
  { id, run }: Pick<RunRecord, 'id' | 'run'>,
  paper: readonly PaperStop[],
  how: RecordedHow,
): PaperRead {
  const mutations: Mutation[] = [];
  for (const { index, checkpoint, items, texts, reason, note, isLeftOut } of paper) {
    if (isLeftOut) continue;
    const lines = textsToLines(items, texts);
    if (!lines.ok) return { type: 'wrong', where: { index, item: lines.error } };
    const where = { run: id, stop: index, checkpoint, on: run.on, window: run.window };
    const said = { lines: lines.value, reason, note: note.trim(), how };
    mutations.push({ name: 'deliveryRecord', args: { ...where, ...said } });
  }
  return { type: 'read', mutations };
}
