import * as v from 'valibot';
import { checkpointCode, phone } from './scalars.ts';

/** Questions that a form asks while somebody types, so that it says what is wrong before anything is saved. */

export function isPhone(text: string): boolean {
  return v.is(phone, text);
}

export function isCheckpointCode(text: string): boolean {
  return v.is(checkpointCode, text);
}
