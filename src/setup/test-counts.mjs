import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ name: string, message: string, assertionResults: { status: string, fullName: string }[] }} TestFile */
/** @typedef {{ file: string, suites?: StoryFile[], specs: { title: string, ok: boolean }[] }} StoryFile */

/**
 * A skipped test counts as failed: it says nothing, and green must say something. So does a run that ended badly though
 * each test passed (a file that could not be read, an error after the last test), and a run that found no test at all.
 * @param {string} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function vitestCounts(report, exitCode) {
  const { numPassedTests, numTotalTests } = read(report) ?? { numPassedTests: 0, numTotalTests: 0 };
  return counted(numPassedTests, numTotalTests - numPassedTests, exitCode);
}

/**
 * A test that passed only when it was tried again is not a pass either.
 * @param {string} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function playwrightCounts(report, exitCode) {
  const { stats } = read(report) ?? { stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } };
  return counted(stats.expected, stats.unexpected + stats.flaky + stats.skipped, exitCode);
}

/**
 * @param {number} passed
 * @param {number} failed
 * @param {number} exitCode
 * @returns {Counts}
 */
function counted(passed, failed, exitCode) {
  const wentBadly = exitCode !== 0 || passed + failed === 0;
  return { passed, failed: failed === 0 && wentBadly ? 1 : failed };
}

/**
 * The names of the tests that failed in a report of either kind: said last, since a long run scrolls away.
 * @param {string} report
 * @returns {readonly string[]}
 */
export function failedNames(report) {
  /** @type {{ testResults?: TestFile[], suites?: StoryFile[] }} */
  const { testResults = [], suites = [] } = read(report) ?? {};
  const units = /** @type {any[]} */ (testResults).flatMap(({ name, message, assertionResults }) => [
    .../** @type {any[]} */ (assertionResults)
      .filter(({ status }) => status !== 'passed')
      .map(({ fullName }) => `${name}: ${fullName}`),
    // A file that could not be read has no test to fail.
    ...(message !== '' && assertionResults.length === 0 ? [`${name}: ${message}`] : []),
  ]);
  return [...units, ...suites.flatMap(failedStories)];
}

/**
 * @param {StoryFile} suite
 * @returns {readonly string[]}
 */
function failedStories({ file, suites = [], specs }) {
  const failed = specs.filter(({ ok }) => !ok).map(({ title }) => `${file}: ${title}`);
  return [...failed, ...suites.flatMap(failedStories)];
}

/** @param {string} report */
function read(report) {
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
}
