import { err, ok, type Result } from '#lib/result.ts';
import { MAX_COUNT, type Count } from '../scalars.ts';
import type { BadReason } from './bad-line.ts';
import type { Mapping } from './fields.ts';

type DecimalSign = Mapping['decimalSign'];

const SPACES = /[\s\u00a0\u2009\u202f'’]/gu;
const GROUPED_BY_COMMA = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const GROUPED_BY_POINT = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const ONE_SIGN = /^\d*[.,]\d+$/;
/** One sign and three digits after it, and no zero before it: a thousand, or a little more than one. */
const TWO_READINGS = /^[1-9]\d{0,2}([.,])\d{3}$/;
/** Spreadsheets write 2.4999999999999996 for 2.5; what is nearer than this to a thousandth is that thousandth. */
const ROUNDING_NOISE = 1e-6;

/** An amount as people and spreadsheets write it ("1 200", "2,5", "1,234.5"), in thousandths. */
export function readCount(text: string, decimalSign: DecimalSign): Result<Count, BadReason> {
  const plain = text.replace(SPACES, '');
  if (plain === '') return err('amountMissing');
  if (/^[-−–]\d/.test(plain)) return err('amountNegative');
  const number = plainNumber(plain, decimalSign);
  return number.ok ? thousandths(Number(number.value)) : number;
}

/** Which sign stands before the fraction in this column, as far as its cells tell. */
export function guessDecimalSign(texts: readonly string[]): DecimalSign {
  const signs = new Set<DecimalSign>();
  let isOpen = false;
  for (const text of texts) {
    const plain = text.replace(SPACES, '');
    if (TWO_READINGS.test(plain)) isOpen = true;
    else if (GROUPED_BY_COMMA.test(plain)) signs.add('point');
    else if (GROUPED_BY_POINT.test(plain)) signs.add('comma');
    else if (ONE_SIGN.test(plain)) signs.add(plain.includes(',') ? 'comma' : 'point');
  }
  const [only, other] = signs;
  if (other !== undefined) return 'unclear';
  return only ?? (isOpen ? 'unclear' : 'point');
}

function plainNumber(plain: string, decimalSign: DecimalSign): Result<string, BadReason> {
  if (/^\d+$/.test(plain)) return ok(plain);
  const [, sign] = TWO_READINGS.exec(plain) ?? [];
  if (sign !== undefined) {
    if (decimalSign === 'unclear') return err('amountAmbiguous');
    const isFraction = (sign === ',') === (decimalSign === 'comma');
    return ok(plain.replace(sign, isFraction ? '.' : ''));
  }
  if (GROUPED_BY_COMMA.test(plain)) return ok(plain.replaceAll(',', ''));
  if (GROUPED_BY_POINT.test(plain)) return ok(plain.replaceAll('.', '').replace(',', '.'));
  return ONE_SIGN.test(plain) ? ok(plain.replace(',', '.')) : err('amountUnclear');
}

function thousandths(number: number): Result<Count, BadReason> {
  const exact = number * 1_000;
  if (exact > MAX_COUNT) return err('amountTooLarge');
  const rounded = Math.round(exact);
  return Math.abs(exact - rounded) < ROUNDING_NOISE ? ok(rounded as Count) : err('amountTooFine');
}
