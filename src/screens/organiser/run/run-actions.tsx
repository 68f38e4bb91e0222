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

/** What an organiser can do with a run as it stands now. */
export function RunActions({ record, stops, onOpen }: RunActionsProps): ReactElement {
  const { run: words } = useWords('organiser');
  const coverage = useWords('coverage');
  const go = useGo();
  const { identity } = useClient();
  const { status, driver } = record.run;
  const isToDrive = isStillToDrive(status);
  return (
    <Stack direction="row" gap="small">
      {isToDrive && driver === identity.member ? (
        <ButtonLink look="primary" icon="truck" href={`/run/${record.id}`} onGo={go}>
          {words.drive}
        </ButtonLink>
      ) : null}
      {isToDrive ? (
        <Button
          look={driver === null ? 'primary' : 'secondary'}
          icon="people"
          onPress={() => onOpen({ type: 'assign' })}
        >
          {driver === null ? words.assign : words.reassign}
        </Button>
      ) : null}
      <Paper record={record} stops={stops} onOpen={onOpen} />
      {isToDrive ? (
        <ButtonLink icon="settings" href={`/runs/${record.id}/edit`} onGo={go}>
          {coverage.amend.open}
        </ButtonLink>
      ) : null}
      {isToDrive ? (
        <Button icon="share" onPress={() => onOpen({ type: 'move' })}>
          {coverage.amend.split}
        </Button>
      ) : null}
      {isToDrive && driver !== null ? (
        <Button icon="nobody" onPress={() => onOpen({ type: 'dropout' })}>
          {coverage.dropout.open}
        </Button>
      ) : null}
      <ButtonLink icon="plus" href={`/runs/new?copy=${record.id}`} onGo={go}>
        {words.copy}
      </ButtonLink>
      {isToDrive ? (
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
