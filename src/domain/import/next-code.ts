import { assert } from '#lib/assert.ts';

const LAST_CODE = 99_999;

/**
 * The next checkpoint codes: larger than all in use as long as there are such, so that a code just freed is not said
 * for two places on one evening.
 */
export function nextCodes(used: Iterable<string>, count: number): readonly string[] {
  const taken = new Set(used);
  const codes: string[] = [];
  let candidate = [...taken].reduce((most, code) => Math.max(most, Number(code)), 0);
  for (let tries = 0; codes.length < count; tries += 1) {
    assert(tries <= 2 * LAST_CODE, 'no branch has a hundred thousand open checkpoints');
    candidate = candidate >= LAST_CODE ? 1 : candidate + 1;
    if (!taken.has(String(candidate))) codes.push(String(candidate));
  }
  return codes;
}
