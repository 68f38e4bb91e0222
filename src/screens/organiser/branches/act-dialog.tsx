import type { ReactElement, ReactNode, SyntheticEvent } from 'react';
import type { BranchesAct } from '#domain/branches-act.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Stack } from '#ui/stack.tsx';
import { TroubleBanner } from '../../common/trouble-banner.tsx';
import { useWords } from '../../common/words.ts';
import { useActInBranches } from './use-act-in-branches.ts';

export type ActDialogProps = {
  readonly title: string;
  readonly children: ReactNode;
  readonly sendLabel: string;
  /** What shall be done, or null when something is wrong: then the fields say what. */
  readonly toAct: () => BranchesAct | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

/** A form that has something done in other branches, and says when it was not. */
export function ActDialog({ title, children, sendLabel, toAct, onDone, onClose }: ActDialogProps): ReactElement {
  const { branches: words } = useWords('organiser');
  const { actions } = useWords('common');
  const { standing, act } = useActInBranches();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const asked = toAct();
    if (asked === null || standing === 'sending') return;
    void act(asked).then((isDone) => {
      if (isDone) onDone();
    });
  };
  return (
    <Dialog isOpen title={title} closeLabel={actions.close} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {children}
          {standing === 'refused' || standing === 'unreachable' ? (
            <TroubleBanner trouble={words.trouble[standing]} />
          ) : null}
          <Button type="submit" look="primary" width="full" isBusy={standing === 'sending'}>
            {sendLabel}
          </Button>
        </Stack>
      </form>
    </Dialog>
  );
}
