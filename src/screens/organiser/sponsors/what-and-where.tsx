import type { ReactElement } from 'react';
import { MAX_COUNT, type Count, type RowId } from '#domain/scalars.ts';
import { formatWindow, parseCount } from '#i18n/format.ts';
import type { Giving } from '#store/queries/sponsors.ts';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';

const ANY = '';

/** Of what, how much, for which meal and district; a pledge and a need ask for the same. */
export type WhatAndWhere = {
  readonly item: string;
  readonly amount: string;
  readonly window: string;
  readonly district: string;
};

export const NOTHING_YET: WhatAndWhere = { item: '', amount: '', window: ANY, district: ANY };

export type WhatAndWhereFieldsProps = {
  readonly giving: Giving;
  readonly draft: WhatAndWhere;
  readonly onChange: (draft: WhatAndWhere) => void;
  readonly amountLabel: string;
  readonly isAmountWrong: boolean;
};

export function WhatAndWhereFields(props: WhatAndWhereFieldsProps): ReactElement {
  const { giving, draft, onChange, amountLabel } = props;
  const words = useWords('pledges');
  const items = giving.items.filter(({ status }) => status === 'open');
  return (
    <>
      <Select
        label={words.item}
        options={items.map(({ id, name, unit }) => ({ value: id as string, label: `${name}, ${unit}` }))}
        value={draft.item === '' ? items[0]?.id : draft.item}
        onChange={(item) => onChange({ ...draft, item })}
      />
      <TextInput
        kind="decimal"
        label={amountLabel}
        value={draft.amount}
        onChange={(amount) => onChange({ ...draft, amount })}
        error={props.isAmountWrong ? words.amountWrong : undefined}
      />
      <Select
        label={words.window}
        options={[
          { value: ANY, label: words.anyWindow },
          ...giving.windows
            .filter(({ body }) => body.status === 'open')
            .map(({ id, body }) => ({
              value: id as string,
              label: `${body.name} ${formatWindow(body.startMinute, body.endMinute)}`,
            })),
        ]}
        value={draft.window}
        onChange={(window) => onChange({ ...draft, window })}
      />
      <Select
        label={words.district}
        options={[
          { value: ANY, label: words.anyDistrict },
          ...giving.districts.map((district) => ({ value: district, label: district })),
        ]}
        value={draft.district}
        onChange={(district) => onChange({ ...draft, district })}
      />
    </>
  );
}

/** What was chosen, as rows hold it; undefined when the amount is none or there is no item. */
export function readWhatAndWhere(draft: WhatAndWhere, giving: Giving) {
  const first = giving.items.find(({ status }) => status === 'open')?.id;
  const item = draft.item === '' ? first : (draft.item as RowId);
  const count = parseCount(draft.amount);
  if (item === undefined || count === undefined || count <= 0 || count > MAX_COUNT) return undefined;
  const window = draft.window === ANY ? null : (draft.window as RowId);
  return { item, count: count as Count, window, district: draft.district };
}
