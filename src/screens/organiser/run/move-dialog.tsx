import { useState, type ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { coverageDay } from '#store/queries/coverage-day.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Select } from '#ui/select.tsx';
import { Stack } from '#ui/stack.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { useQuery } from '../../common/use-query.ts';
import { useWords } from '../../common/words.ts';
import { moveAct } from '../acts/move-act.ts';
import { useActs } from '../acts/use-acts.ts';
import { DriverSelect } from '../driver-select.tsx';
import type { RunShown } from './run-shown.ts';

export type MoveDialogProps = RunShown & { readonly onClose: () => void };

const NEW = '';

/** Splits a run, or merges it into another: which stops go, and where to. All in one, so that none is planned twice. */
export function MoveDialog(props: MoveDialogProps): ReactElement {
  const { record, naming, people, stops, onClose } = props;
  const { amend } = useWords('coverage');
  const { actions } = useWords('common');
  const acts = useActs();
  const others = useOthers(props);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [into, setInto] = useState<RowId | typeof NEW>(NEW);
  const [driver, setDriver] = useState<RowId | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const toggle = (index: number): void =>
    setChosen((known) => (known.includes(index) ? known.filter((one) => one !== index) : [...known, index]));
  const move = (): void => {
    setIsAsked(true);
    const target = others.find(({ id }) => id === into) ?? { driver, label: record.run.label };
    if (chosen.length === 0) return;
    const act = moveAct(amend.moved(chosen.length), { id: record.id, body: record.run }, chosen, target);
    void acts.perform(act, onClose);
  };
  return (
    <Dialog isOpen title={amend.splitTitle} closeLabel={actions.close} onClose={onClose}>
      <p>{amend.splitLead}</p>
      <Stack gap="small">
        {stops
          .filter(({ state }) => state === 'open')
          .map(({ index, checkpoint }) => (
            <Button
              key={index}
              width="full"
              icon={chosen.includes(index) ? 'tick' : 'plus'}
              isPressed={chosen.includes(index)}
              onPress={() => toggle(index)}
            >
              {naming.place(checkpoint)}
            </Button>
          ))}
      </Stack>
      <Select<RowId | typeof NEW>
        label={amend.into}
        options={[{ value: NEW, label: amend.newRun }, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
        value={into}
        onChange={setInto}
      />
      {into === NEW ? <DriverSelect people={people} on={record.run.on} value={driver} onChange={setDriver} /> : null}
      <div role="alert">{isAsked && chosen.length === 0 ? <p>{amend.nothingChosen}</p> : null}</div>
      <Button look="primary" width="full" onPress={move}>
        {amend.move}
      </Button>
      <SaveTrouble saving={acts.saving} onRetry={() => void acts.saving.retry().then((saved) => saved && onClose())} />
    </Dialog>
  );
}

/** The other runs of the same window that are still to be driven. */
function useOthers({ record, people }: MoveDialogProps) {
  const { plan } = useWords('organiser');
  const { cell } = useWords('coverage');
  const day = useQuery(coverageDay, record.run.on);
  if (day.type === 'unknown') return [];
  return day.value.runs
    .filter(({ id, body }) => id !== record.id && body.window === record.run.window)
    .filter(({ body }) => body.status === 'planned' || body.status === 'underWay')
    .map(({ id, body }) => {
      const name = body.driver === null ? cell.noDriverYet : (people.membersById.get(body.driver)?.name ?? '');
      return { id, body, name: `${body.label === '' ? plan.editTitle : body.label} · ${name}` };
    });
}
