import { useState, type ReactElement } from 'react';
import { type Allergen, allergens, type ItemTraitsFields, usualTraits } from '#domain/item-traits.ts';
import type { Mutation } from '#domain/mutators.ts';
import { formatCount, parseCount } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';
import type { Supply } from '#store/queries/supply.ts';
import { Button } from '#ui/button.tsx';
import { Chips } from '#ui/chips.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useSettings } from '../../common/settings.tsx';
import { useWords } from '../../common/words.ts';
import { settingAct } from '../acts/plan-acts.ts';
import { useActs } from '../acts/use-acts.ts';
import { EditDialog } from '../edit-dialog.tsx';

export type TraitsDialogProps = {
  readonly known: Pick<Supply, 'traitsById'>;
  readonly item: Supply['items'][number];
  readonly onClose: () => void;
};

const HALAL: readonly ItemTraitsFields['halal'][] = ['notKnown', 'yes', 'no'];
const [LEAST_MINUTES, MOST_MINUTES] = [15, 1_440];

type Draft = {
  readonly halal: ItemTraitsFields['halal'];
  readonly contains: readonly Allergen[];
  readonly keeps: 'limited' | 'unlimited';
  /** Hours, as they are typed. */
  readonly hot: string;
  readonly cooling: string;
};

/** What is in an item, and how long it may be on the way. */
export function TraitsDialog({ known, item, onClose }: TraitsDialogProps): ReactElement {
  const { saved } = useWords('supply');
  const { language } = useSettings();
  const acts = useActs();
  const was = known.traitsById.get(item.id) ?? null;
  const [draft, setDraft] = useState(() => draftOf(was ?? usualTraits, language));
  const [isWrong, setIsWrong] = useState(false);
  const toMutation = (): Mutation | null => {
    const now = fieldsOf(draft);
    setIsWrong(now === undefined);
    return now === undefined ? null : { name: 'itemTraitsSet', args: { item: item.id, was, now } };
  };
  return (
    <EditDialog
      title={item.body.name}
      subject={item.body.name}
      toMutation={toMutation}
      onSaved={(records, mutation) => acts.remember(settingAct(saved(item.body.name), mutation), records)}
      onClose={onClose}
    >
      <TraitsFields draft={draft} onChange={setDraft} standing={isWrong ? 'wrong' : 'fine'} />
    </EditDialog>
  );
}

function TraitsFields(props: {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly standing: 'fine' | 'wrong';
}): ReactElement {
  const { draft, onChange, standing } = props;
  const { traits: words } = useWords('supply');
  return (
    <>
      <Chips
        label={words.halal}
        options={HALAL.map((value) => ({ value, label: words.halalWords[value] }))}
        value={draft.halal}
        onChange={(halal) => onChange({ ...draft, halal })}
      />
      <Allergens value={draft.contains} onChange={(contains) => onChange({ ...draft, contains })} />
      <Chips
        label={words.keeps}
        options={[
          { value: 'limited', label: words.limited },
          { value: 'unlimited', label: words.unlimited },
        ]}
        value={draft.keeps}
        onChange={(keeps) => onChange({ ...draft, keeps })}
      />
      {draft.keeps === 'unlimited' ? null : (
        <Stack direction="even" gap="small">
          <TextInput
            kind="decimal"
            label={words.hot}
            value={draft.hot}
            onChange={(hot) => onChange({ ...draft, hot })}
            error={standing === 'wrong' ? words.wrong : undefined}
          />
          <TextInput
            kind="decimal"
            label={words.cooling}
            value={draft.cooling}
            onChange={(cooling) => onChange({ ...draft, cooling })}
          />
        </Stack>
      )}
    </>
  );
}

function Allergens(props: {
  readonly value: readonly Allergen[];
  readonly onChange: (value: readonly Allergen[]) => void;
}): ReactElement {
  const { value, onChange } = props;
  const { traits: words } = useWords('supply');
  const toggle = (allergen: Allergen): void =>
    onChange(allergens.filter((one) => value.includes(one) !== (one === allergen)));
  return (
    <div role="group" aria-label={words.allergens}>
      <Stack gap="small">
        <h3>{words.allergens}</h3>
        <Stack direction="row" gap="small">
          {allergens.map((allergen) => (
            <Button
              key={allergen}
              size="dense"
              icon={value.includes(allergen) ? 'tick' : undefined}
              isPressed={value.includes(allergen)}
              onPress={() => toggle(allergen)}
            >
              {words.allergenWords[allergen]}
            </Button>
          ))}
        </Stack>
      </Stack>
    </div>
  );
}

function draftOf(
  { halal, allergens: contains, hotHoldMinutes, coolingMinutes }: ItemTraitsFields,
  language: Language,
): Draft {
  return {
    halal,
    contains,
    keeps: hotHoldMinutes === null ? 'unlimited' : 'limited',
    hot: hoursText(hotHoldMinutes ?? usualTraits.hotHoldMinutes, language),
    cooling: hoursText(coolingMinutes ?? usualTraits.coolingMinutes, language),
  };
}

/** Undefined while a limit is none. */
function fieldsOf({ halal, contains, keeps, hot, cooling }: Draft): ItemTraitsFields | undefined {
  const said = { halal, allergens: [...contains] };
  if (keeps === 'unlimited') return { ...said, hotHoldMinutes: null, coolingMinutes: null };
  const [hotHoldMinutes, coolingMinutes] = [minutesOf(hot), minutesOf(cooling)];
  if (hotHoldMinutes === undefined || coolingMinutes === undefined) return undefined;
  return { ...said, hotHoldMinutes, coolingMinutes };
}

function hoursText(minutes: number | null, language: Language): string {
  return minutes === null ? '' : formatCount(Math.round((minutes * 1_000) / 60), language);
}

/** Hours as they were typed, in minutes; undefined for what is no time that a limit can be. */
function minutesOf(text: string): number | undefined {
  const thousandths = parseCount(text);
  const minutes = thousandths === undefined ? 0 : Math.round((thousandths * 60) / 1_000);
  return minutes < LEAST_MINUTES || minutes > MOST_MINUTES ? undefined : minutes;
}
