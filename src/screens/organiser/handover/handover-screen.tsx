import { useState, type ReactElement } from 'react';
import { MAX_NOTE_LENGTH } from '#domain/scalars.ts';
import { countsOf, type Handover } from '#domain/views/handover.ts';
import type { CoverageStanding } from '#store/queries/coverage-standing.ts';
import { lastShift } from '#store/queries/shifts.ts';
import { Button } from '#ui/button.tsx';
import { List } from '#ui/list.tsx';
import { ListRow } from '#ui/list-row.tsx';
import { Section } from '#ui/section.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { say } from '../../common/after-act.tsx';
import { SaveTrouble } from '../../common/save-trouble.tsx';
import { type BranchClock, useBranchClock } from '../../common/use-branch-clock.ts';
import { useGo } from '../../common/use-go.ts';
import { useQuery } from '../../common/use-query.ts';
import { useSave } from '../../common/use-save.ts';
import { useWords } from '../../common/words.ts';
import { Page } from '../page.tsx';
import { type Naming, useNaming } from '../use-naming.ts';
import { useCoverageStanding } from '../use-coverage-standing.ts';
import { HandoverPaper } from './handover-paper.tsx';
import { useHandover } from './use-handover.ts';
import { type HandoverPart, useParts } from './use-parts.ts';

/** So many lines of one kind are drawn; their own screens have the rest. */
export const SHOWN_LINES = 30;

/** One screen for two people: what is open, promised, late, silent and under review; whoever takes over signs. */
export function HandoverScreen(): ReactElement {
  const words = useWords('handover');
  const clock = useBranchClock();
  const standing = useCoverageStanding();
  const naming = useNaming();
  return (
    <Page title={words.title} back="/today">
      {clock === undefined || standing === undefined || naming === undefined ? null : (
        <Shown standing={standing} clock={clock} naming={naming} />
      )}
    </Page>
  );
}

type ShownProps = { readonly standing: CoverageStanding; readonly clock: BranchClock; readonly naming: Naming };

function Shown({ standing, clock, naming }: ShownProps): ReactElement | null {
  const words = useWords('handover');
  const handover = useHandover(standing, clock);
  const partsOf = useParts(standing, naming);
  const last = useLast(standing, clock);
  if (handover === undefined || last === undefined) return null;
  const parts = partsOf(handover);
  return (
    <>
      <p>{words.lead}</p>
      <p role="status">{last.text}</p>
      {last.note === '' ? null : <p>{last.note}</p>}
      {parts.map((part) => (
        <Part key={part.heading} part={part} />
      ))}
      <TakeOver handover={handover} />
      <HandoverPaper parts={parts} last={last.text} asOf={words.asOf(clock.timeText(clock.now))} />
    </>
  );
}

/** Who took over last, and what they were told; undefined until it is read. */
function useLast(
  { memberNames }: CoverageStanding,
  clock: BranchClock,
): { readonly text: string; readonly note: string } | undefined {
  const words = useWords('handover');
  const known = useQuery(lastShift);
  if (known.type === 'unknown') return undefined;
  if (known.value === null) return { text: words.never, note: '' };
  const { member, takenAt, note } = known.value.body;
  const name = member === null ? words.somebody : (memberNames.get(member) ?? words.somebody);
  return { text: words.last(name, clock.timeText(takenAt)), note };
}

function Part({ part }: { readonly part: HandoverPart }): ReactElement {
  const words = useWords('handover');
  const go = useGo();
  const { heading, href, lines } = part;
  const rest = lines.length - SHOWN_LINES;
  return (
    <Section heading={heading} aside={String(lines.length)}>
      {lines.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <List>
          {lines.slice(0, SHOWN_LINES).map((line, index) => (
            <ListRow key={`${index} ${line}`} title={line} href={href} onGo={go} />
          ))}
          {rest <= 0 ? null : <ListRow title={words.more(rest)} href={href} onGo={go} />}
        </List>
      )}
    </Section>
  );
}

function TakeOver({ handover }: { readonly handover: Handover }): ReactElement {
  const words = useWords('handover');
  const { states } = useWords('common');
  const saving = useSave();
  const [note, setNote] = useState('');
  const finish = (saved: unknown): void => {
    if (saved === null) return;
    setNote('');
    say(`${words.taken} · ${states.phone}`);
  };
  const args = { counts: countsOf(handover), note: note.trim() };
  return (
    <Stack>
      <TextInput
        label={words.note}
        hint={words.noteHint}
        value={note}
        onChange={setNote}
        lines={2}
        maxLength={MAX_NOTE_LENGTH}
      />
      <SaveTrouble saving={saving} onRetry={() => void saving.retry().then(finish)} />
      <Stack direction="row" gap="small">
        <Button
          look="primary"
          icon="tick"
          once={saving.tap}
          onPress={() => void saving.save({ name: 'shiftTakeOver', args }).then(finish)}
        >
          {words.take}
        </Button>
        <Button icon="printer" onPress={() => globalThis.print()}>
          {words.print}
        </Button>
      </Stack>
    </Stack>
  );
}
