import type { ReactElement } from 'react';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Stack } from '#ui/stack.tsx';
import { useClient } from '../../common/client.tsx';
import { useGo } from '../../common/use-go.ts';
import { useWords } from '../../common/words.ts';
import type { OpenDialog } from './run-dialog.tsx';
import type { RunShown } from './run-shown.ts';

export type RunActionsProps = RunShown & { readonly onOpen: (dialog: OpenDialog) => void };

/** Who drives it: the first thing to settle, and what is asked for in a hurry. */
export function DriverActions({ record, onOpen }: RunActionsProps): ReactElement | null {
  const { run: words } = useWords('organiser');
  const { dropout } = useWords('coverage');
  const go = useGo();
  const { identity } = useClient();
  const { status, driver } = record.run;
  if (!isStillToDrive(status)) return null;
  return (
    <Stack direction="row" gap="small">
      {driver === identity.member ? (
        <ButtonLink look="primary" icon="truck" href={`/run/${record.id}`} onGo={go}>
          {words.drive}
        </ButtonLink>
      ) : null}
      <Button look={driver === null ? 'primary' : 'secondary'} icon="people" onPress={() => onOpen({ type: 'assign' })}>
        {driver === null ? words.assign : words.reassign}
      </Button>
      {driver === null ? null : (
        <Button icon="nobody" onPress={() => onOpen({ type: 'dropout' })}>
          {dropout.open}
        </Button>
      )}
    </Stack>
  );
}

/** What else an organiser can do with a run as it stands now. */
export function RunActions({ record, stops, onOpen }: RunActionsProps): ReactElement {
  const { run: words } = useWords('organiser');
  const { amend } = useWords('coverage');
  const go = useGo();
  const { status } = record.run;
  return (
    <Stack direction="row" gap="small">
      <Paper record={record} stops={stops} onOpen={onOpen} />
      {isStillToDrive(status) ? (
        <>
          <ButtonLink icon="settings" href={`/runs/${record.id}/edit`} onGo={go}>
            {amend.open}
          </ButtonLink>
          <Button icon="share" onPress={() => onOpen({ type: 'move' })}>
            {amend.split}
          </Button>
        </>
      ) : null}
      <ButtonLink icon="plus" href={`/runs/new?copy=${record.id}`} onGo={go}>
        {words.copy}
      </ButtonLink>
      {isStillToDrive(status) ? (
        <Button icon="tick" onPress={() => onOpen({ type: 'complete' })}>
          {words.complete}
        </Button>
      ) : null}
      {status === 'planned' ? (
        <Button look="quiet" icon="cross" onPress={() => onOpen({ type: 'cancel' })}>
          {words.cancel}
        </Button>
      ) : null}
    </Stack>
  );
}

function isStillToDrive(status: RunShown['record']['run']['status']): boolean {
  return status === 'planned' || status === 'underWay';
}

/** The run for whoever has no app: its sheet, on its way to paper and back, and a text for a chat. */
function Paper({
  record: { id, run },
  stops,
  onOpen,
}: Pick<RunActionsProps, 'record' | 'stops' | 'onOpen'>): ReactElement {
  const { chat } = useWords('print');
  const { run: words, paper } = useWords('organiser');
  const go = useGo();
  return (
    <>
      {run.status !== 'cancelled' && stops.some(({ state }) => state === 'open') ? (
        <ButtonLink icon="list" href={`/runs/${id}/paper`} onGo={go}>
          {paper.open}
        </ButtonLink>
      ) : null}
      {isStillToDrive(run.status) ? (
        <ButtonLink icon="printer" href={`/print?on=${run.on}&run=${id}`} onGo={go}>
          {words.printSheet}
        </ButtonLink>
      ) : null}
      {isStillToDrive(run.status) ? (
        <Button icon="share" onPress={() => onOpen({ type: 'chat' })}>
          {chat.open}
        </Button>
      ) : null}
    </>
  );
}
