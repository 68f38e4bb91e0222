import { expect, test } from 'vitest';

import { troubleOf } from '../../src/setup/npm-troubles.mjs';

test.each([
  ['npm error code ENOTFOUND', 'could not reach'],
  ['npm error FetchError: request failed, reason: connect ECONNREFUSED 127.0.0.1:9', 'could not reach'],
  ['npm error code UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'did not trust'],
  ['npm error code EINTEGRITY', 'is not the one'],
  ['npm error nospc ENOSPC: no space left on device', 'disk is full'],
  ["npm error Error: EACCES: permission denied, mkdir 'node_modules'", 'may not write'],
  ['npm error code EUSAGE', 'do not agree'],
  ['Error: spawn npm ENOENT', 'npm was not found'],
  ['something that nobody foresaw', 'what it said is above'],
])('of "%s" it is said that npm %s', (output, words) => {
  const { happened, todo } = troubleOf(output);
  expect(happened).toContain(words);
  expect(todo).toMatch(/\w/);
});
