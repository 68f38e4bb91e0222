import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { failedNames, playwrightCounts, vitestCounts } from '../../src/setup/test-counts.mjs';

const folder = mkdtempSync(join(tmpdir(), 'dastarkhan-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

function reported(report: object): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
}

const vitest = (numPassedTests: number, numTotalTests: number) => reported({ numPassedTests, numTotalTests });
const playwright = (expected: number, others: object = {}) =>
  reported({ stats: { expected, unexpected: 0, flaky: 0, skipped: 0, ...others } });

test('tests that passed are counted, and nothing else is said', () => {
  expect(vitestCounts(vitest(12, 12), 0)).toEqual({ passed: 12, failed: 0 });
  expect(playwrightCounts(playwright(7), 0)).toEqual({ passed: 7, failed: 0 });
});

test('a test that failed, was skipped, or passed only the second time is a failure', () => {
  expect(vitestCounts(vitest(10, 12), 1)).toEqual({ passed: 10, failed: 2 });
  expect(playwrightCounts(playwright(5, { unexpected: 1, flaky: 1, skipped: 1 }), 1)).toEqual({ passed: 5, failed: 3 });
  expect(playwrightCounts(playwright(5, { skipped: 1 }), 0)).toEqual({ passed: 5, failed: 1 });
});

test('a run that ended badly is a failure though each test passed', () => {
  expect(vitestCounts(vitest(12, 12), 1)).toEqual({ passed: 12, failed: 1 });
});

test('a run without a test, or without a report, is a failure', () => {
  expect(vitestCounts(vitest(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
  expect(playwrightCounts(playwright(0), 0)).toEqual({ passed: 0, failed: 1 });
  expect(playwrightCounts(join(folder, 'nowhere.json'), 0)).toEqual({ passed: 0, failed: 1 });
});

test('what failed is named, whichever runner found it, and a file that could not be read too', () => {
  const assertionResults = [
    { status: 'passed', fullName: 'tea is hot' },
    { status: 'failed', fullName: 'bread is there' },
  ];
  const testResults = [
    { name: 'a.test.ts', message: '', assertionResults },
    { name: 'b.test.ts', message: 'no such file', assertionResults: [] },
  ];
  expect(failedNames(reported({ testResults }))).toEqual(['a.test.ts: bread is there', 'b.test.ts: no such file']);
  const inner = { file: 'c.test.ts', specs: [{ title: 'a run', ok: false }] };
  const suites = [{ file: 'c.test.ts', specs: [{ title: 'a stop', ok: true }], suites: [inner] }];
  expect(failedNames(reported({ suites }))).toEqual(['c.test.ts: a run']);
  expect(failedNames(join(folder, 'nowhere.json'))).toEqual([]);
});
