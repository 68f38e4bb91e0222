import { useState, type ReactElement } from 'react';
import { useParams } from '../common/router.tsx';
import { MAX_NOTE_LENGTH } from '#domain/scalars.ts';
import { leftovers } from '#domain/views/leftovers.ts';
import { runInFull, type RunInFull } from '#store/queries/run-in-full.ts';
import { Button } from '#ui/button.tsx';
import { ButtonLink } from '#ui/button-link.tsx';
import { Card } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { Frame } from '../common/frame.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useGo } from '../common/use-go.ts';
import { useQuery } from '../common/use-query.ts';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';
import { Amounts } from './amounts.tsx';
import { asPlanned } from './as-planned.ts';
import { BackCountFields, BackRecount, useBackCount } from './back-count.tsx';
import { RunGone } from './run-gone.tsx';
import { StopList } from './stop-list.tsx';
import styles from './run-card.module.css';

/** The end of a run: what was forgotten is recorded as such, and says later that it was recorded at the end. */
export function EndScreen(): ReactElement {
  const { id = '' } = useParams();
  const { end } = useWords('driver');
  const answer = useQuery(runInFull, id);
  if (answer.type === 'unknown') return <Frame title={end.title} back={`/run/${id}`} children="" />;
  if (answer.value === null) return <RunGone run={id} />;
  const view = answer.value;
  const { status } = view.run;
  return (
    <Frame title={end.title} back={`/run/${id}`}>
      {status === 'planned' || status === 'underWay' ? <Ending view={view} /> : <Ended view={view} />}
    </Frame>
  );
}

function Ending({ view }: { readonly view: RunInFull }): ReactElement {
  const { end } = useWords('driver');
  const go = useGo();
  const saving = useSave();
  const back = useBackCount(view);
  const open = view.stops.filter(({ state }) => state === 'open');
  const complete = (): void => {
    const forgotten = open.map((stop) => ({
      name: 'deliveryRecord' as const,
      args: { ...asPlanned(view, stop), how: 'endOfRun' as const },
    }));
    void saving.save(...forgotten, ...back.mutations, { name: 'runComplete', args: { run: view.id } });
  };
  return (
    <>
      <BackCountFields view={view} count={back} />
      <Card tone="now">
        <p className={styles['title']}>{open.length === 0 ? end.noneMissing : end.allAsPlanned(open.length)}</p>
        <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
        {saving.standing.type === 'unsure' ? null : (
          <Stack gap="small">
            <Button look="primary" size="big" width="full" icon="tick" once={saving.tap} onPress={complete}>
              {open.length === 0 ? end.finish : end.yes}
            </Button>
            {open.length === 0 ? null : (
              <ButtonLink href={`/run/${view.id}`} onGo={go} size="big" width="full">
                {end.no}
              </ButtonLink>
            )}
          </Stack>
        )}
      </Card>
      <Leftovers view={view} />
      <StopList view={view} />
      {view.run.status === 'underWay' ? <Abandon view={view} /> : null}
    </>
  );
}

function Ended({ view }: { readonly view: RunInFull }): ReactElement {
  const { end, runs } = useWords('driver');
  const go = useGo();
  return (
    <>
      <Card>
        <p className={styles['title']} role="status">
          {end.finished}
        </p>
        <p>{end.finishedHint}</p>
        <ButtonLink href="/" onGo={go} look="primary" width="full">
          {runs.title}
        </ButtonLink>
      </Card>
      <Leftovers view={view} />
      <BackRecount view={view} />
      <StopList view={view} />
    </>
  );
}

function Leftovers({ view }: { readonly view: RunInFull }): ReactElement | null {
  const { end } = useWords('driver');
  const left = leftovers(view.run.loaded, view.stops, view.besides);
  if (left.length === 0) return null;
  return (
    <Section heading={end.leftOver}>
      <Amounts lines={left} items={view.itemsById} />
    </Section>
  );
}

function Abandon({ view }: { readonly view: RunInFull }): ReactElement {
  const { end } = useWords('driver');
  const saving = useSave();
  const [reason, setReason] = useState('');
  const abandon = (): void => {
    void saving.save({ name: 'runAbandon', args: { run: view.id, reason: reason.trim() } });
  };
  return (
    <Disclosure summary={end.abandon}>
      <Stack>
        <p>{end.abandonLead}</p>
        <TextInput label={end.abandonReason} value={reason} onChange={setReason} maxLength={MAX_NOTE_LENGTH} />
        <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
        <Button look="danger" width="full" once={saving.tap} onPress={abandon}>
          {end.abandon}
        </Button>
      </Stack>
    </Disclosure>
  );
}
