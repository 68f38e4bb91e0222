import { expect, test } from 'vitest';

import { inviteQuestionSchema } from '#protocol/enrolment.ts';
import { PROTOCOL_VERSION, unreadableBecause } from '#protocol/version.ts';
import { toBytes } from '#protocol/canonical.ts';
import { messages } from '#test/support/all-shapes.ts';
import { shapeOf } from '#protocol/shape.ts';

const bytes = (...numbers: readonly number[]) => Uint8Array.from(numbers);

test('6.5 every request begins with its version', () => {
  for (const name of ['inviteQuestion', 'enrolRequest', 'syncRequest'] as const) {
    const shape = shapeOf<unknown>(messages[name]);
    expect(shape.type === 'object' && Object.keys(shape.entries)[0]).toBe('version');
  }
});

test('6.5 a request of a newer program is named so, whatever else it holds', () => {
  expect(unreadableBecause(bytes(0x83, PROTOCOL_VERSION + 1, 0xa1, 0x61))).toBe('unsupportedVersion');
  expect(unreadableBecause(bytes(0x81, 0x18, 0xff))).toBe('unsupportedVersion');
});

test('6.5 and rubbish is rubbish', () => {
  for (const rubbish of [
    bytes(),
    bytes(0x80),
    bytes(0x81),
    bytes(0x82, PROTOCOL_VERSION),
    bytes(0xa1, 0x02, 0x02),
    bytes(0x81, 0x61, 0x32),
    bytes(0x81, 0x20),
    bytes(0x83, 0x18, 0x02),
  ]) {
    expect(unreadableBecause(rubbish)).toBe('malformed');
  }
  const own = toBytes(inviteQuestionSchema, { version: PROTOCOL_VERSION, secret: '7h9k2m4n6p8q' });
  expect(unreadableBecause(own.slice(0, -1))).toBe('malformed');
});
