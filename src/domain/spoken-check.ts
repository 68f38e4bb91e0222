import type { Count, RowId } from './scalars.ts';

/** What is said over a telephone: which place, which item, how much of it. */
export type Spoken = { readonly code: string; readonly item: RowId; readonly count: Count };

const MODULUS = 97;
const COUNT_DIGITS = 10;
const CODE_DIGITS = 5;
const LETTER_A = 'a'.charCodeAt(0);

/**
 * Two digits that are said behind a place, an item and an amount, so that what was heard is what was said: ISO 7064 MOD
 * 97-10, as bank account numbers have it, over the place's code in five digits, the item's id with its letters as 10 to 35
 * (and its points as 36), and the amount in ten. One wrong digit, two that changed places, or another item do not fit.
 */
export function spokenCheck({ code, item, count }: Spoken): string {
  const digits = `${code.padStart(CODE_DIGITS, '0')}${itemDigits(item)}${String(count).padStart(COUNT_DIGITS, '0')}00`;
  return String(MODULUS + 1 - remainder(digits)).padStart(2, '0');
}

function itemDigits(item: RowId): string {
  return [...item]
    .map((sign) => (sign >= 'a' ? String(sign.charCodeAt(0) - LETTER_A + 10) : sign === '.' ? '36' : sign))
    .join('');
}

/** Of a number with more digits than a number can hold. */
function remainder(digits: string): number {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % MODULUS;
  return rest;
}
