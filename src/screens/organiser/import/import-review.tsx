import { useEffect, useState, type ReactElement } from 'react';
import { type Mapping, missingFields } from '#domain/import/fields.ts';
import type { ImportPlan, Present } from '#domain/import/plan.ts';
import type { Day } from '#domain/scalars.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { Select } from '#ui/select.tsx';
import { useWords } from '../../common/words.ts';
import { Page } from '../page.tsx';
import type { ImportDesk, SheetShown } from './import-desk.ts';
import { MappingForm } from './mapping-form.tsx';
import { ACCEPTED_FILES } from './pick-file.tsx';
import { Preview } from './preview.tsx';

/** A file on the desk, and how it is read. */
export type Review = {
  readonly sheets: readonly SheetShown[];
  readonly sheet: number;
  readonly mapping: Mapping;
  /** It is read as a file with the same headings was read before. */
  readonly isRecalled: boolean;
  readonly present: Present;
};

export type ImportReviewProps = {
  readonly review: Review;
  readonly desk: () => ImportDesk;
  readonly today: Day;
  readonly onChange: (review: Review) => void;
  readonly onSheet: (sheet: number) => void;
  readonly onPick: (file: File) => void;
  readonly onStart: (plan: ImportPlan) => void;
};

/** What the file means and what it would do; nothing is changed here. */
export function ImportReview(props: ImportReviewProps): ReactElement {
  const { review, desk, onChange, onPick, onStart } = props;
  const { sheets, sheet, mapping, isRecalled } = review;
  const words = useWords('csv');
  const missing = missingFields(mapping);
  const plan = usePlan(props);
  const isWorth = plan !== undefined && plan.steps.length > 0;
  const map = async (next: Mapping): Promise<void> => {
    onChange({ ...review, mapping: next });
    const settled = await settle(desk(), sheet, next, mapping);
    if (settled !== next) onChange({ ...review, mapping: settled });
  };
  return (
    <Page title={words.title} back="/places" action={isWorth ? <Start plan={plan} onStart={onStart} /> : undefined}>
      {isRecalled ? <Banner tone="info" icon="tick" title={words.remembered} /> : null}
      <SheetSelect {...props} />
      <MappingForm cells={sheets[sheet]?.head ?? []} mapping={mapping} onChange={(next) => void map(next)} />
      {missing.map((field) => (
        <Banner key={field} tone="warn" title={words.columnMissing(words.columns[field])} />
      ))}
      <p role="status">{missing.length === 0 && plan === undefined ? words.planning : null}</p>
      {plan === undefined ? null : <Preview plan={plan} />}
      <FilePick
        label={words.pickAnother}
        accept={ACCEPTED_FILES}
        onPick={([file]) => {
          if (file !== undefined) onPick(file);
        }}
      />
    </Page>
  );
}

/** Another kind or line of headings is read anew; other columns of days and amounts may be written otherwise. */
async function settle(desk: ImportDesk, sheet: number, next: Mapping, before: Mapping): Promise<Mapping> {
  if (next.kind !== before.kind || next.headerLine !== before.headerLine)
    return desk.guess(sheet, next.kind, next.headerLine);
  const isSigned = next.columns.amount === before.columns.amount && next.columns.on === before.columns.on;
  return isSigned ? next : desk.signs(sheet, next);
}

function SheetSelect({ review: { sheets, sheet }, onSheet }: ImportReviewProps): ReactElement | null {
  const words = useWords('csv');
  if (sheets.length < 2) return null;
  return (
    <Select
      label={words.sheet}
      options={sheets.map(({ name }, index) => ({ value: String(index), label: name }))}
      value={String(sheet)}
      onChange={(value) => onSheet(Number(value))}
    />
  );
}

/** The plan of the mapping as it is now; undefined while the desk works on it, or when a column is missing. */
function usePlan({ review, desk, today }: ImportReviewProps): ImportPlan | undefined {
  const { sheet, mapping, present } = review;
  const [known, setKnown] = useState<{ readonly mapping: Mapping; readonly plan: ImportPlan } | undefined>(undefined);
  useEffect(() => {
    if (missingFields(mapping).length > 0) return undefined;
    let isOver = false;
    const ask = async (): Promise<void> => {
      const plan = await desk().plan(sheet, mapping, present, today);
      if (!isOver) setKnown({ mapping, plan });
    };
    // A desk that was closed answers nobody any more.
    ask().catch(() => undefined);
    return () => {
      isOver = true;
    };
  }, [desk, sheet, mapping, present, today]);
  return known?.mapping === mapping ? known.plan : undefined;
}

/** The button says what is left out: who presses it knows. */
function Start({
  plan,
  onStart,
}: {
  readonly plan: ImportPlan;
  readonly onStart: (plan: ImportPlan) => void;
}): ReactElement {
  const words = useWords('csv');
  const { newLineCount, badLines } = plan;
  return (
    <Button look="primary" icon="download" width="full" onPress={() => onStart(plan)}>
      {badLines.length === 0 ? words.start(newLineCount) : words.startWithout(newLineCount, badLines.length)}
    </Button>
  );
}
