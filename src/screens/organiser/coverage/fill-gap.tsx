import { useMemo, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import type { CoverageCell } from '#domain/views/coverage/coverage-cell.ts';
import type { SuggestionReason } from '#domain/views/coverage/suggestion-rows.ts';
import { type Suggestion, suggestionsFor } from '#domain/views/coverage/suggestions.ts';
import { suggestionRows } from '#store/queries/suggestion-rows.ts';
import { Button } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import type { Act } from '../acts/acts.ts';
import { amendAct, planAct } from '../acts/plan-acts.ts';
import type { CellOpen } from './cell-open.ts';
import { useReasonsText } from './use-reasons-text.ts';
import styles from './cell-dialog.module.css';

export type FillGapProps = CellOpen & { readonly cell: CoverageCell; readonly onClose: () => void };

/** Who could bring what is missing, each with its reason; one tap, and it is planned. */
export function FillGap(props: FillGapProps): ReactElement | null {
  const { cell, day, acts, onClose } = props;
  const words = useWords('coverage');
  const known = useQuery(suggestionRows);
  const suggestions = useMemo(
    () => (known.type === 'known' ? suggestionsFor(cell, { ...known.value, runs: day.rows.runs }) : undefined),
    [known, cell, day],
  );
  const actOf = useSuggestionActs(props);
  const { titleOf, reasonsOf } = useSuggestionTexts(props);
  if (suggestions === undefined) return null;
  return (
    <Section heading={words.fill.title}>
      <Stack gap="small">
        {suggestions.map((suggestion, index) => (
          <Button
            key={keyOf(suggestion)}
            look={index === 0 ? 'primary' : 'secondary'}
            width="full"
            once={acts.saving.tap}
            onPress={() => void acts.perform(actOf(suggestion), onClose)}
          >
            <span className={styles['suggestion']}>
              <span>{titleOf(suggestion)}</span>
              {suggestion.reasons.length === 0 ? null : (
                <span className={styles['reasons']}>{reasonsOf(suggestion.reasons)}</span>
              )}
            </span>
          </Button>
        ))}
        <SaveTrouble saving={acts.saving} onRetry={() => void acts.saving.retry()} />
      </Stack>
    </Section>
  );
}

function keyOf(suggestion: Suggestion): string {
  return suggestion.type === 'extend' ? suggestion.run.id : `start ${suggestion.driver ?? ''}`;
}

function useSuggestionTexts({ standing }: FillGapProps): {
  readonly titleOf: (suggestion: Suggestion) => string;
  readonly reasonsOf: (reasons: readonly SuggestionReason[]) => string;
} {
  const { fill } = useWords('coverage');
  const nameOf = (driver: RowId | null): string => (driver === null ? '' : (standing.memberNames.get(driver) ?? ''));
  const reasonsOf = useReasonsText();
  return {
    titleOf: (suggestion) => {
      if (suggestion.type === 'start')
        return suggestion.driver === null ? fill.nobody : fill.start(nameOf(suggestion.driver));
      const { label, driver } = suggestion.run.body;
      return label === '' ? fill.extendUnnamed(nameOf(driver)) : fill.extend(nameOf(driver), label);
    },
    reasonsOf,
  };
}

function useSuggestionActs({ standing, row, cell, naming }: FillGapProps): (suggestion: Suggestion) => Act {
  const { fill } = useWords('coverage');
  const place = naming.place(row.id);
  return (suggestion) => {
    const driver = suggestion.type === 'extend' ? suggestion.run.body.driver : suggestion.driver;
    const name = driver === null ? '' : (standing.memberNames.get(driver) ?? '');
    const message = driver === null ? fill.doneNobody(place) : fill.done(name, place);
    if (suggestion.type === 'extend') {
      const { id, body } = suggestion.run;
      return amendAct(message, id, body, { stops: [...suggestion.stops] });
    }
    const { kitchen, stops } = suggestion;
    const label = row.district === '' ? row.name : row.district;
    return planAct(message, [{ label, on: cell.on, window: cell.window, kitchen, driver, stops: [...stops] }]);
  };
}
