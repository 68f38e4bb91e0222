import { useState, type ReactElement } from 'react';
import { MAX_NAME_LENGTH, MAX_UNIT_LENGTH } from '#domain/scalars.ts';
import type { KnownItem } from '#store/queries/items.ts';
import { Button } from '#ui/button.tsx';
import { Stack } from '#ui/stack.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useWords } from '../../common/words.ts';
import { ThingDialog } from '../thing-dialog.tsx';

export type ItemDialogProps = {
  /** Undefined for a new one. */
  readonly row: KnownItem | undefined;
  readonly onClose: () => void;
};

/** An item's form: what it is called, and what is counted. */
export function ItemDialog({ row, onClose }: ItemDialogProps): ReactElement {
  const words = useWords('places');
  const { items: own } = words;
  const [name, setName] = useState(row?.name ?? '');
  const [unit, setUnit] = useState(row?.unit ?? '');
  const [missing, setMissing] = useState<'name' | 'unit' | undefined>(undefined);
  const toFields = () => {
    const fields = { name: name.trim(), unit: unit.trim() };
    const wrong = fields.name === '' ? 'name' : fields.unit === '' ? 'unit' : undefined;
    setMissing(wrong);
    return wrong === undefined ? fields : null;
  };
  return (
    <ThingDialog
      kind="item"
      row={row}
      words={words}
      title={row === undefined ? own.add : row.name}
      subject={name.trim()}
      toFields={toFields}
      onClose={onClose}
    >
      <TextInput
        label={own.name}
        hint={own.nameHint}
        value={name}
        onChange={setName}
        maxLength={MAX_NAME_LENGTH}
        error={missing === 'name' ? words.nameMissing : undefined}
      />
      <TextInput
        label={own.unit}
        hint={own.unitHint}
        value={unit}
        onChange={setUnit}
        maxLength={MAX_UNIT_LENGTH}
        error={missing === 'unit' ? own.unitMissing : undefined}
      />
      <Stack direction="row" gap="small">
        {own.unitSuggestions.map((suggestion) => (
          <Button key={suggestion} size="dense" isPressed={unit === suggestion} onPress={() => setUnit(suggestion)}>
            {suggestion}
          </Button>
        ))}
      </Stack>
    </ThingDialog>
  );
}
