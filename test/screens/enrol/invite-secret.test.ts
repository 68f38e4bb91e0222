import { expect, test } from 'vitest';

import { inviteSecretIn, secretToCode, typedLength } from '#screens/enrol/invite-secret.ts';

test('a link, a scanned picture and a typed code give the same secret', () => {
  const secret = 'ab10cdefgh2z';
  expect(inviteSecretIn('https://food.example.org/enrol#ab10cdefgh2z')).toBe(secret);
  expect(inviteSecretIn(' AB1O-CDEF-GH2Z ')).toBe(secret);
  expect(inviteSecretIn('abl0 cdef gh2z')).toBe(secret);
  expect(inviteSecretIn(secretToCode(secret))).toBe(secret);
});

test('what is no invitation gives none', () => {
  expect(inviteSecretIn('https://example.org/')).toBeUndefined();
  expect(inviteSecretIn('AB10-CDEF')).toBeUndefined();
  expect(inviteSecretIn('ab10cdefgh2u')).toBeUndefined();
});

test('it is said how much of a code has been typed', () => {
  expect(typedLength('AB1O-CD ')).toBe(6);
});
