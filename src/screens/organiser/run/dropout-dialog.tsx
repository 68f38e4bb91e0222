import { useMemo, useState, type ReactElement } from 'react';
import { type Takeover, takeoversOf } from '#domain/views/coverage/takeovers.ts';
import { coverageDay } from '#store/queries/coverage-day.ts';
import { suggestionRows } from '#store/queries/suggestion-rows.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Stack } from '#ui/stack.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import type { Act } from '../acts/acts.ts';
import { moveAct } from '../acts/move-act.ts';
import { amendAct } from '../acts/plan-acts.ts';
import { useActs } from '../acts/use-acts.ts';
import { useReasonsText } from '../coverage/use-reasons-text.ts';
import type { RunShown } from './run-shown.ts';
import styles from './run.module.css';

export type DropoutDialogProps = RunShown & { readonly onClose: () => void };

/** The driver cannot go: who could, with the reason, and what changes for whom before anything does. */
export function DropoutDialog(props: DropoutDialogProps): ReactElement {
  const { onClose } = props;
  const { dropout } = useWords('coverage');
  const { actions } = useWords('common');
  const acts = useActs();
  const [chosen, setChosen] = useState<Takeover | null | undefined>(undefined);
  const takeovers = useTakeovers(props);
  const texts = useTakeoverTexts(props);
  const accept = (takeover: Takeover | null): void => {
    void acts.perform(texts.actOf(takeover), onClose);
  };
  return (
    <Dialog isOpen title={dropout.title} closeLabel={actions.close} onClose={onClose}>
      {takeovers === undefined ? null : (
        <Stack gap="small">
          {takeovers.length === 0 ? <p>{dropout.noBody}</p> : null}
          {[...takeovers, null].map((takeover) => (
            <Button
              key={texts.keyOf(takeover)}
              width="full"
              icon={chosen === takeover ? 'tick' : undefined}
              isPressed={chosen === takeover}
              onPress={() => setChosen(takeover)}
            >
              {texts.titleOf(takeover)}
            </Button>
          ))}
        </Stack>
      )}
      {chosen === undefined ? null : (
        <Stack gap="small">
          <div role="status">
            <h3>{dropout.changes}</h3>
            <ul className={styles['quiet']}>
              {texts.changesOf(chosen).map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </div>
          <Button look="primary" width="full" once={acts.saving.tap} onPress={() => accept(chosen)}>
            {dropout.accept}
          </Button>
        </Stack>
      )}
      <SaveTrouble saving={acts.saving} onRetry={() => void acts.saving.retry().then((saved) => saved && onClose())} />
    </Dialog>
  );
}

function useTakeovers({ record }: DropoutDialogProps): readonly Takeover[] | undefined {
  const known = useQuery(suggestionRows);
  const day = useQuery(coverageDay, record.run.on);
  return useMemo(() => {
    if (known.type === 'unknown' || day.type === 'unknown') return undefined;
    return takeoversOf({ id: record.id, body: record.run }, { ...known.value, runs: day.value.runs });
  }, [known, day, record]);
}

/** `null` leaves the run without a driver. */
function useTakeoverTexts({ record, people, stops }: DropoutDialogProps): {
  readonly keyOf: (takeover: Takeover | null) => string;
  readonly titleOf: (takeover: Takeover | null) => string;
  readonly changesOf: (takeover: Takeover | null) => readonly string[];
  readonly actOf: (takeover: Takeover | null) => Act;
} {
  const { dropout, cell, amend } = useWords('coverage');
  const { plan } = useWords('organiser');
  const reasonsOf = useReasonsText();
  const nameOf = (member: string | null): string =>
    people.members.find(({ id }) => id === member)?.name ?? cell.noDriverYet;
  const labelOf = (label: string): string => (label === '' ? plan.editTitle : label);
  const driverOf = (takeover: Takeover | null): string =>
    nameOf(takeover === null ? null : takeover.type === 'whole' ? takeover.driver : takeover.run.body.driver);
  const open = stops.filter(({ state }) => state === 'open').map(({ index }) => index);
  return {
    keyOf: (takeover) => (takeover === null ? 'nobody' : takeover.type === 'whole' ? takeover.driver : takeover.run.id),
    titleOf: (takeover) => {
      if (takeover === null) return cell.noDriverYet;
      const title = takeover.type === 'whole' ? dropout.whole(driverOf(takeover)) : dropout.join(driverOf(takeover));
      return [title, reasonsOf(takeover.reasons)].filter((text) => text !== '').join(' · ');
    },
    changesOf: (takeover) => {
      if (takeover === null) return [cell.noDriverYet];
      if (takeover.type === 'whole') return [dropout.askedAnew(driverOf(takeover))];
      const { body } = takeover.run;
      const isAll = open.length === record.run.stops.length;
      return [
        dropout.runGrows(labelOf(body.label), body.stops.length, takeover.stopCount),
        dropout.askedAnew(driverOf(takeover)),
        ...(isAll ? [dropout.runEnds(labelOf(record.run.label))] : []),
      ];
    },
    actOf: (takeover) => {
      if (takeover === null) return amendAct(amend.saved, record.id, record.run, { driver: null });
      if (takeover.type === 'whole')
        return amendAct(dropout.whole(driverOf(takeover)), record.id, record.run, { driver: takeover.driver });
      return moveAct(dropout.join(driverOf(takeover)), { id: record.id, body: record.run }, open, takeover.run);
    },
  };
}
