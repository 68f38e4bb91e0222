import { useDeferredValue, useMemo, type ReactElement } from 'react';
import { type Mapping, missingFields } from '#domain/import/fields.ts';
import type { ImportPlan, Present } from '#domain/import/plan.ts';
import { planImport } from '#domain/import/plan-import.ts';
import type { Day } from '#domain/scalars.ts';
import { sha256 } from '#store/sha256.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { FilePick } from '#ui/file-pick.tsx';
import { useWords } from '../../common/words.ts';
import { MappingForm } from './mapping-form.tsx';
import type { ParsedLines } from './parse-lines.ts';
import { Preview } from './preview.tsx';
import { Page } from '../page.tsx';

export type ImportReviewProps = {
  readonly lines: ParsedLines;
  readonly mapping: Mapping;
  readonly present: Present;
  readonly today: Day;
  readonly onMap: (mapping: Mapping) => void;
  readonly onPick: (file: File) => void;
  readonly onStart: (plan: ImportPlan) => void;
};

/** What the file means and what it would do; nothing is changed here. */
export function ImportReview(props: ImportReviewProps): ReactElement {
  const { lines, mapping, onMap, onPick, onStart } = props;
  const words = useWords('csv');
  const missing = missingFields(mapping);
  const plan = usePlan(props);
  const isWorth = plan !== undefined && plan.steps.length > 0 && missing.length === 0;
  return (
    <Page title={words.title} back="/places" action={isWorth ? <Start plan={plan} onStart={onStart} /> : undefined}>
      <MappingForm cells={lines.cells} mapping={mapping} onChange={onMap} />
      {missing.map((field) => (
        <Banner key={field} tone="warn" title={words.columnMissing(words.columns[field])} />
      ))}
      {missing.length > 0 || plan === undefined ? null : <Preview plan={plan} kind={mapping.kind} />}
      <FilePick
        label={words.pickAnother}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        onPick={([file]) => {
          if (file !== undefined) onPick(file);
        }}
      />
    </Page>
  );
}

/** Ten thousand lines take a moment: the form answers at once, and the plan follows. */
function usePlan({ lines, mapping, present, today }: ImportReviewProps): ImportPlan | undefined {
  const asked = useDeferredValue(mapping);
  return useMemo(
    () =>
      missingFields(asked).length > 0
        ? undefined
        : planImport(lines.cells, asked, present, { today, sha256, brokenLines: lines.brokenLines }),
    [lines, asked, present, today],
  );
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
