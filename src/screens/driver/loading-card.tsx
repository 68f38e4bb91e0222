import { useId, useState, type ReactElement } from 'react';
import type { Count, Line } from '#domain/scalars.ts';
import type { Mutation } from '#domain/mutators.ts';
import { loadingList } from '#domain/views/loading-list.ts';
import { countedSoFar, recount } from '#domain/views/recount.ts';
import { amountStep, linesToRecord } from '#domain/views/stop-amounts.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Stack } from '#ui/stack.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useSettings } from '../common/settings.tsx';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';
import { amountsText } from './amounts-text.ts';
import { Amounts } from './amounts.tsx';
import { AmountStepper } from './amount-stepper.tsx';
import { countAt } from './count-at.ts';
import { ContactLinks } from './contact-links.tsx';
import { countable, returnablesAsItems, ReturnableSteppers } from './returnable-steppers.tsx';
import styles from './next-stop.module.css';

export type LoadingCardProps = { readonly view: RunInFull };

/** What must be in the car before the first stop; one tap says that it is. */
export function LoadingCard({ view }: LoadingCardProps): ReactElement {
  const { loading, returnables, runs } = useWords('driver');
  const { language } = useSettings();
  const headingId = useId();
  const saving = useSave();
  const planned = loadingList(view.run.stops);
  const [less, setLess] = useState<readonly Line[] | undefined>(undefined);
  const [out, setOut] = useState(() => countedSoFar(view.counts, countAt(view, 'out')));
  const counted = out.filter(({ count }) => count > 0);
  const outText = amountsText(counted, returnablesAsItems(view), language);
  const depart = (): void => {
    const counts = recount(view.counts, countAt(view, 'out'), out).map((args): Mutation => ({
      name: 'returnablesCount',
      args,
    }));
    const loaded = linesToRecord(less ?? planned);
    void saving.save({ name: 'runDepart', args: { run: view.id, loaded } }, ...counts);
  };
  return (
    <Card tone="now" labelledBy={headingId}>
      <div className={styles['place']}>
        <h2 id={headingId} className={styles['name']}>
          {loading.title}
        </h2>
        {view.kitchen === null ? null : <p>{runs.kitchen(view.kitchen.name)}</p>}
        {view.kitchen === null || view.kitchen.landmark === '' ? null : <p>{view.kitchen.landmark}</p>}
        <p className={styles['soft']}>{loading.lead}</p>
      </div>
      {less === undefined ? (
        <Amounts lines={planned} items={view.itemsById} />
      ) : (
        less.map((line, index) => (
          <AmountStepper
            key={line.item}
            line={line}
            items={view.itemsById}
            step={amountStep(planned[index]?.count ?? line.count)}
            onChange={(count: Count) => setLess(less.map((old) => (old.item === line.item ? { ...old, count } : old)))}
          />
        ))
      )}
      {view.kitchen === null ? null : <ContactLinks phone={view.kitchen.phone} position={view.kitchen.position} />}
      {countable(view, out).length === 0 ? null : (
        <Disclosure summary={outText === '' ? returnables.title : returnables.goingAlong(outText)}>
          <ReturnableSteppers view={view} step="out" lines={out} onChange={setOut} />
        </Disclosure>
      )}
      <SaveTrouble saving={saving} onRetry={() => void saving.retry()} />
      {saving.standing.type === 'unsure' ? null : (
        <Stack gap="small">
          <Button look="primary" size="big" width="full" icon="truck" once={saving.tap} onPress={depart}>
            {loading.loaded}
          </Button>
          {less === undefined ? (
            <Button look="quiet" width="full" onPress={() => setLess(planned)}>
              {loading.notAll}
            </Button>
          ) : null}
        </Stack>
      )}
    </Card>
  );
}
