import * as v from 'valibot';
import { name, phone } from './scalars.ts';

/** A name as a person typed it, without the spaces around; undefined when it is none. */
export function enteredName(text: string): string | undefined {
  const parsed = v.safeParse(name, text.trim());
  return parsed.success ? parsed.output : undefined;
}

/** A telephone number as typed; null when it was left empty, undefined when it is none. */
export function enteredPhone(text: string): string | null | undefined {
  if (text.trim() === '') return null;
  const parsed = v.safeParse(phone, text.trim());
  return parsed.success ? parsed.output : undefined;
}
