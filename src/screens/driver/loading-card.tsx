import { useId, useState, type ReactElement } from 'react';
import type { Count, Line } from '#domain/scalars.ts';
import { loadingList } from '#domain/views/loading-list.ts';
import { amountStep, linesToRecord } from '#domain/views/stop-amounts.ts';
import type { RunInFull } from '#store/queries/run-in-full.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { Stack } from '#ui/stack.tsx';
import { SaveTrouble } from '../common/save-trouble.tsx';
import { useSave } from '../common/use-save.ts';
import { useWords } from '../common/words.ts';
import { usePlaceName } from '../common/use-place-name.ts';
import { Amounts } from './amounts.tsx';
import { AmountStepper } from './amount-stepper.tsx';
import { countAt } from './count-at.ts';
import { ContactLinks } from './contact-links.tsx';
import { OutCountFields } from './out-count.tsx';
import { useCount } from './use-count.ts';
import styles from './next-stop.module.css';

export type LoadingCardProps = { readonly view: RunInFull };

/** What must be in the car before the first stop; one tap says that it is. */
export function LoadingCard({ view }: LoadingCardProps): ReactElement {
  const { loading, runs } = useWords('driver');
  const called = usePlaceName();
  const headingId = useId();
  const saving = useSave();
  const planned = loadingList(view.run.stops);
  const [less, setLess] = useState<readonly Line[] | undefined>(undefined);
  const out = useCount(view, countAt(view, 'out'));
  const depart = (): void => {
    const loaded = linesToRecord(less ?? planned);
    void saving.save({ name: 'runDepart', args: { run: view.id, loaded } }, ...out.mutations);
  };
  return (
    <Card tone="now" labelledBy={headingId}>
      <div className={styles['place']}>
        <h2 id={headingId} className={styles['name']}>
          {loading.title}
        </h2>
        {view.kitchen === null ? null : <p>{runs.kitchen(called(view.kitchen))}</p>}
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
      <OutCountFields view={view} count={out} />
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
