import { useEffect, useRef, useState, type ReactElement, type ReactNode, type SyntheticEvent } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import type { Saved } from '#store/mutate.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Stack } from '#ui/stack.tsx';
import { say } from '../common/after-act.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';

export type EditDialogProps = {
  readonly title: string;
  readonly children: ReactNode;
  /** The mutation of what was entered, or null when something is wrong: then the fields say what. */
  readonly toMutation: () => Mutation | null;
  /** What is said once it is saved: the name of what was edited. */
  readonly subject: string;
  readonly saveLabel?: string | undefined;
  readonly saveLook?: 'primary' | 'danger' | undefined;
  /** Told what was saved, in place of saying so: whoever can take it back says more. */
  readonly onSaved?: ((saved: readonly Saved[], mutation: Mutation) => void) | undefined;
  /** Called once it is saved, or when nothing shall be. */
  readonly onClose: () => void;
  /** A second way to save, on the other side: "it did not happen", "close". */
  readonly other?:
    | { readonly label: string; readonly hint?: string | undefined; readonly mutation: Mutation }
    | undefined;
};

/** A form over the screen: Enter saves, Escape leaves everything as it was. Mounted while it is open. */
export function EditDialog(props: EditDialogProps): ReactElement {
  const { title, children, toMutation, subject, onClose, other } = props;
  const { actions } = useWords('common');
  const { saved } = useWords('places');
  const saving = useSave();
  const isBusy = saving.standing.type === 'saving';
  const kept = useRef<Mutation>(undefined);
  const finish = (records: readonly Saved[] | null): void => {
    if (records === null) return;
    if (props.onSaved === undefined || kept.current === undefined) say(saved(subject));
    else props.onSaved(records, kept.current);
    onClose();
  };
  const keep = (mutation: Mutation): void => {
    kept.current = mutation;
    void saving.save(mutation).then(finish);
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Who opens a form wants to type, not to close it again.
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, []);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const mutation = toMutation();
    if (mutation !== null) keep(mutation);
  };
  return (
    <Dialog isOpen title={title} closeLabel={actions.close} onClose={onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack>
          {children}
          <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
          <Stack direction="even" gap="small">
            <Button type="submit" look={props.saveLook ?? 'primary'} isBusy={isBusy}>
              {isBusy ? actions.saving : (props.saveLabel ?? actions.save)}
            </Button>
          </Stack>
          {other === undefined ? null : <OtherWay {...other} onPress={() => keep(other.mutation)} />}
        </Stack>
      </form>
    </Dialog>
  );
}

/** It asks once more by changing its own words: the first press says what it means, the second does it. */
function OtherWay(props: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly onPress: () => void;
}): ReactElement {
  const { actions } = useWords('common');
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button look="quiet" size="dense" onPress={() => setIsAsking(true)}>
        {props.label}
      </Button>
    );
  }
  return (
    <Stack gap="small">
      {props.hint === undefined ? null : <p role="status">{props.hint}</p>}
      <Stack direction="even" gap="small">
        <Button onPress={() => setIsAsking(false)}>{actions.cancel}</Button>
        <Button look="danger" onPress={props.onPress}>
          {props.label}
        </Button>
      </Stack>
    </Stack>
  );
}
