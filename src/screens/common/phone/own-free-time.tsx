import { useState, type ReactElement } from 'react';
import type { AvailabilityFields } from '#domain/availability.ts';
import { ownAvailability, type OwnAvailability } from '#store/queries/own-availability.ts';
import { Button } from '#ui/button.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { Stack } from '#ui/stack.tsx';
import { say } from '../after-act.tsx';
import { AvailabilityForm } from '../availability-form.tsx';
import { SaveTrouble } from '../save-trouble.tsx';
import { useQuery } from '../use-query.ts';
import { useSave } from '../use-save.ts';
import { useWords } from '../words.ts';
import { usePlaceName } from '../use-place-name.ts';

/** A volunteer says when they are free: only if they want to, and it says no more than that. */
export function OwnFreeTime(): ReactElement | null {
  const { free: words } = useWords('supply');
  const answer = useQuery(ownAvailability);
  if (answer.type === 'unknown' || answer.value === null || answer.value.windows.length === 0) return null;
  return (
    <Disclosure summary={words.mine}>
      <OwnForm key={JSON.stringify(answer.value.said)} known={answer.value} />
    </Disclosure>
  );
}

const NOTHING: AvailabilityFields = { kitchen: null, checkpoint: null, weekly: [], days: [] };

function OwnForm({ known }: { readonly known: OwnAvailability }): ReactElement {
  const { free: words, saved } = useWords('supply');
  const { actions } = useWords('common');
  const called = usePlaceName();
  const saving = useSave();
  const [said, setSaid] = useState(known.said ?? NOTHING);
  const finish = (records: readonly unknown[] | null): void => {
    if (records !== null) say(saved(words.mine));
  };
  const save = (): void => {
    const args = { member: known.member, was: known.said, now: said };
    void saving.save({ name: 'availabilitySet', args }).then(finish);
  };
  return (
    <Stack>
      <p>{words.mineLead}</p>
      <AvailabilityForm
        windows={known.windows.map(({ id, body }) => ({ id, name: body.name }))}
        kitchens={known.kitchens.map((kitchen) => ({ id: kitchen.id, name: called(kitchen) }))}
        checkpoints={known.checkpoints.map((place) => ({ id: place.id, name: `${place.code} · ${called(place)}` }))}
        said={said}
        onChange={setSaid}
      />
      <Button look="primary" width="full" isBusy={saving.standing.type === 'saving'} onPress={save}>
        {actions.save}
      </Button>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
    </Stack>
  );
}
