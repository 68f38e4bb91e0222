import type { ReactElement } from 'react';
import { MAX_NOTE_LENGTH } from '#domain/scalars.ts';
import type { ShortReason } from '#domain/delivery.ts';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';
import { AmountFields } from '../amount-fields.tsx';
import type { Naming } from '../use-naming.ts';
import type { PaperStop, PaperWrong } from './paper-draft.ts';
import styles from './run.module.css';

export type PaperStopFieldsProps = {
  readonly stop: PaperStop;
  readonly naming: Naming;
  readonly wrong: PaperWrong | undefined;
  readonly onChange: (stop: PaperStop) => void;
};

const NO_REASON = '';

/** One stop of the sheet: its amounts first, so that Tab goes from number to number. */
export function PaperStopFields({ stop, naming, wrong, onChange }: PaperStopFieldsProps): ReactElement {
  const { run: words, paper } = useWords('organiser');
  const { reasons } = useWords('common');
  const place = naming.place(stop.checkpoint);
  const options = (Object.keys(reasons) as ShortReason[]).map((reason) => ({
    value: reason as string,
    label: reasons[reason],
  }));
  return (
    <fieldset className={styles['paperStop']}>
      <legend className={styles['stopName']}>{`${stop.index + 1}. ${place}`}</legend>
      {stop.isLeftOut ? null : (
        <>
          <AmountFields
            items={stop.items}
            texts={stop.texts}
            onChange={(texts) => onChange({ ...stop, texts })}
            naming={naming}
            wrong={wrong?.index === stop.index ? wrong.item : undefined}
          />
          <Select
            label={words.whyLess}
            options={[{ value: NO_REASON, label: words.noReason }, ...options]}
            value={stop.reason ?? NO_REASON}
            onChange={(reason) => onChange({ ...stop, reason: reason === NO_REASON ? null : (reason as ShortReason) })}
          />
          <TextInput
            label={words.note}
            value={stop.note}
            onChange={(note) => onChange({ ...stop, note })}
            maxLength={MAX_NOTE_LENGTH}
          />
        </>
      )}
      <Button
        size="dense"
        look="quiet"
        label={`${paper.notOnSheet}: ${place}`}
        isPressed={stop.isLeftOut}
        onPress={() => onChange({ ...stop, isLeftOut: !stop.isLeftOut })}
      >
        {paper.notOnSheet}
      </Button>
    </fieldset>
  );
}
