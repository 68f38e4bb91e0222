import { useEffect, useRef, type ReactElement, type ReactNode, type SyntheticEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Stack } from '#ui/stack.tsx';
import { SaveTrouble } from '../save-trouble.tsx';
import type { Saving } from '../use-save.ts';
import { useWords } from '../words.ts';

export type FormDialogProps = {
  readonly title: string;
  readonly children: ReactNode;
  readonly label: string;
  readonly saving: Saving;
  readonly onSubmit: () => void;
  readonly onRetry: () => void;
  readonly onClose: () => void;
};

/** A short form over the screen: Enter saves, Escape leaves everything as it was. Mounted while it is open. */
export function FormDialog(props: FormDialogProps): ReactElement {
  const { actions } = useWords('common');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    props.onSubmit();
  };
  const isBusy = props.saving.standing.type === 'saving';
  return (
    <Dialog isOpen title={props.title} closeLabel={actions.close} onClose={props.onClose}>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack>
          {props.children}
          <SaveTrouble saving={props.saving} onRetry={props.onRetry} />
          <Button type="submit" look="primary" width="full" isBusy={isBusy}>
            {isBusy ? actions.saving : props.label}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
