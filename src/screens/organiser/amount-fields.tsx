import type { ReactElement } from 'react';
import type { RowId } from '#domain/scalars.ts';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../common/words.ts';
import type { AmountTexts } from './amount-texts.ts';
import styles from './amount-fields.module.css';
import type { Naming } from './use-naming.ts';

export type AmountFieldsProps = {
  readonly items: readonly RowId[];
  readonly texts: AmountTexts;
  readonly onChange: (texts: AmountTexts) => void;
  readonly naming: Naming;
  /** The item whose text is no amount. */
  readonly wrong?: RowId | undefined;
};

/** One field for each item, side by side as far as there is room. */
export function AmountFields({ items, texts, onChange, naming, wrong }: AmountFieldsProps): ReactElement {
  const { plan } = useWords('organiser');
  return (
    <div className={styles['fields']}>
      {items.map((item) => (
        <div key={item} className={styles['field']}>
          <TextInput
            kind="decimal"
            label={[naming.item(item), naming.unit(item)].filter((text) => text !== '').join(', ')}
            value={texts[item] ?? ''}
            onChange={(text) => onChange({ ...texts, [item]: text })}
            error={wrong === item ? plan.amountWrong(naming.item(item)) : undefined}
          />
        </div>
      ))}
    </div>
  );
}
