import type { ReactElement } from 'react';
import { formatDay } from '#i18n/format.ts';
import { TextInput, type TextInputProps } from '#ui/text-input.tsx';
import { useSettings } from './settings.tsx';

/** Picks a day in a form: `YYYY-MM-DD`, or empty while nobody has picked one. */
export function DayField(props: Omit<TextInputProps, 'kind' | 'shown'>): ReactElement {
  const { language } = useSettings();
  const { value } = props;
  return <TextInput {...props} kind="date" shown={value === '' ? '' : formatDay(value, language, 'numeric')} />;
}
