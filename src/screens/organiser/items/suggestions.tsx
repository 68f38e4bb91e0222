import type { ReactElement } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { say } from '../../common/after-act.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';

export type Offer = { readonly label: string; readonly mutation: Mutation };
export type SuggestionsProps = {
  readonly offers: readonly Offer[];
  /** Amber where nothing is entered yet: then they are the one thing to do. */
  readonly look: 'first' | 'more';
  /** What all of them together are called. */
  readonly subject: string;
};

/** What most branches begin with: one tap takes one, or all of it. What is taken leaves the list by itself. */
export function Suggestions({ offers, look, subject }: SuggestionsProps): ReactElement | null {
  const words = useWords('places');
  const saving = useSave();
  if (offers.length === 0) return null;
  const add = (taken: readonly Offer[]): void => {
    void saving.save(...taken.map(({ mutation }) => mutation)).then((saved) => {
      if (saved !== null) say(words.saved(taken.length === 1 ? (taken[0]?.label ?? subject) : subject));
    });
  };
  return (
    <Stack gap="small">
      <p>{`${words.suggested}. ${words.suggestedLead}`}</p>
      <Stack direction="row" gap="small">
        {offers.map((offer) => (
          <Button
            key={offer.label}
            size="dense"
            icon="plus"
            label={words.addOne(offer.label)}
            onPress={() => add([offer])}
          >
            {offer.label}
          </Button>
        ))}
        {offers.length === 1 ? null : (
          <Button
            look={look === 'first' ? 'primary' : 'secondary'}
            size="dense"
            icon="tick"
            onPress={() => add(offers)}
          >
            {words.addAll}
          </Button>
        )}
      </Stack>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
    </Stack>
  );
}
