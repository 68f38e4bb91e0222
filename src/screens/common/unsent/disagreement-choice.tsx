import type { ReactElement } from 'react';
import type { Line, RowId } from '#domain/scalars.ts';
import type { PlanVersion } from '#domain/views/disagreement.ts';
import { formatNumber, formatQuantity } from '#i18n/format.ts';
import { disagreement } from '#store/queries/disagreement.ts';
import { names } from '#store/queries/names.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { useClient } from '../client.tsx';
import { SaveTrouble } from '../save-trouble.tsx';
import { useSettings } from '../settings.tsx';
import { useQuery } from '../use-query.ts';
import { useSave } from '../use-save.ts';
import { useWords } from '../words.ts';

/** Two organisers changed the same thing: both versions, and one tap decides. Whoever was first is not overwritten unseen. */
export function DisagreementChoice({ number }: { readonly number: number }): ReactElement | null {
  const { disagreement: words } = useWords('coverage');
  const { actions } = useWords('common');
  const { store } = useClient();
  const saving = useSave();
  const answer = useQuery(disagreement, number);
  const textOf = useVersionText(answer.type === 'known' ? answer.value?.memberNames : undefined);
  if (answer.type === 'unknown' || textOf === undefined) return null;
  const found = answer.value;
  const seen = (): void => void store.dismiss(number);
  if (found === null) {
    return (
      <Button width="full" icon="tick" onPress={seen}>
        {actions.seen}
      </Button>
    );
  }
  const takeMine = (saved: readonly unknown[] | null): void => {
    if (saved !== null) seen();
  };
  return (
    <Stack gap="small">
      <dl>
        <dt>{words.yours}</dt>
        <dd>{textOf(found.mine)}</dd>
        <dt>{words.theirs}</dt>
        <dd>{textOf(found.theirs)}</dd>
      </dl>
      <Stack direction="even" gap="small">
        <Button onPress={() => void saving.save(found.takeMine).then(takeMine)}>{words.takeYours}</Button>
        <Button icon="tick" onPress={seen}>
          {words.keepTheirs}
        </Button>
      </Stack>
      <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(takeMine)} />
    </Stack>
  );
}

/** A version in a line: "20 people: Tea 0.5 l", "Anna: 12 · Bridge 20 portions, 7 · Bus station 10 portions". */
function useVersionText(
  memberNames: ReadonlyMap<RowId, string> | undefined,
): ((version: PlanVersion) => string) | undefined {
  const words = useWords('coverage');
  const { language } = useSettings();
  const known = useQuery(names);
  if (known.type === 'unknown') return undefined;
  const { placesById, itemsById } = known.value;
  const amounts = (lines: readonly Line[]): string =>
    lines
      .map(({ item, count }) => {
        const found = itemsById.get(item);
        return `${found?.name ?? ''} ${formatQuantity(count, found?.unit ?? '', language)}`.trim();
      })
      .join(', ');
  const place = (id: RowId): string => {
    const found = placesById.get(id);
    return found === undefined ? '' : `${found.code} · ${found.name}`;
  };
  return (version) => {
    switch (version.type) {
      case 'nothing':
        return words.disagreement.nothing;
      case 'calledOff':
        return version.reason === '' ? words.cell.noReason : words.cell.reason(version.reason);
      case 'need': {
        const [first = 0, ...others] = version.headcounts;
        const isSame = others.every((count) => count === first);
        const heads = isSame
          ? words.cell.heads(first)
          : version.headcounts.map((count) => formatNumber(count, language)).join(', ');
        return [heads, amounts(version.perHead)].filter((text) => text !== '').join(': ');
      }
      case 'run': {
        const name = version.driver === null ? words.cell.noDriverYet : (memberNames?.get(version.driver) ?? '');
        const stops = version.stops.map(({ checkpoint, lines }) => `${place(checkpoint)} ${amounts(lines)}`);
        return `${[version.label, name].filter((text) => text !== '').join(' · ')}: ${stops.join('; ')}`;
      }
    }
  };
}
