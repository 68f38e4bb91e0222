import { expect, test } from 'vitest';

import { takeSecret } from '#app/take-secret.ts';

function openedAt(address: string) {
  const left: string[] = [];
  const { pathname, hash } = new URL(address);
  const history = { replaceState: (_state: unknown, _title: string, url: string) => left.push(url) };
  return { secret: takeSecret({ pathname, hash }, history), left };
}

test('the secret is taken out of the link and out of the address bar', () => {
  expect(openedAt('https://food.example.org/enrol#ab10cdefgh2z')).toEqual({ secret: 'ab10cdefgh2z', left: ['/enrol'] });
});

test('no other address is touched', () => {
  expect(openedAt('https://food.example.org/run/1#problem')).toEqual({ secret: undefined, left: [] });
});
