import type { Node } from 'oxc-parser';

import type { Rule } from '../rule.ts';
import { type SourceFile, isScript, violation } from '../source-file.ts';

const isTest = (file: SourceFile) => file.path.startsWith('test/') && isScript(file);
const LEFT_OUT = new Set(['skip', 'only', 'todo', 'fixme', 'skipIf', 'runIf', 'fails', 'fail']);
const STARTERS = new Set(['test', 'it', 'describe']);

export const noSkippedTests: Rule = {
  name: 'no test is skipped, singled out or left for later',
  sees: isTest,
  check: (files) =>
    files
      .filter(isTest)
      .flatMap((file) =>
        file.nodes
          .filter(({ node }) => isLeftOut(node))
          .map(({ node }) => violation(file, node, `is ${file.text.slice(node.start, node.end)}`)),
      ),
  broken: [
    { 'test/lib/a.test.ts': "test.skip('a', () => {});" },
    { 'test/lib/a.test.ts': "describe.only('a', () => {});" },
    { 'test/e2e/a.test.ts': "test.describe.fixme('a', () => {});" },
    { 'test/lib/a.test.ts': "it.todo('a');" },
  ],
  kept: { 'test/lib/a.test.ts': "test.each([1])('a', () => { run.skip(); list.only; });" },
};

function isLeftOut(node: Node): boolean {
  if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier') return false;
  return LEFT_OUT.has(node.property.name) && startsTests(node.object);
}

function startsTests(node: Node): boolean {
  if (node.type === 'MemberExpression') return startsTests(node.object);
  return node.type === 'Identifier' && STARTERS.has(node.name);
}

export const noSleeps: Rule = {
  name: 'no test sleeps: it moves the clock, or waits for what should happen',
  sees: isTest,
  check: (files) =>
    files
      .filter(isTest)
      .flatMap((file) =>
        file.nodes.filter(({ node }) => isSleep(node)).map(({ node }) => violation(file, node, 'sleeps')),
      ),
  broken: [
    { 'test/lib/a.test.ts': 'await new Promise((resolve) => setTimeout(resolve, 50));' },
    { 'test/lib/a.test.ts': 'await new Promise((resolve) => { setTimeout(() => resolve(), 50); });' },
    { 'test/e2e/a.test.ts': 'await page.waitForTimeout(100);' },
    { 'test/lib/a.test.ts': "import { setTimeout } from 'node:timers/promises';" },
  ],
  kept: {
    'test/lib/a.test.ts': 'const limit = setTimeout(() => reject(new Error("late")), 50); await page.waitForURL(a);',
  },
};

function isSleep(node: Node): boolean {
  if (node.type === 'ImportDeclaration') return node.source.value === 'node:timers/promises';
  if (node.type !== 'CallExpression') return false;
  const {
    callee,
    arguments: [first],
  } = node;
  if (callee.type === 'MemberExpression') {
    return callee.property.type === 'Identifier' && callee.property.name === 'waitForTimeout';
  }
  return callee.type === 'Identifier' && callee.name === 'setTimeout' && first !== undefined && onlyResolves(first);
}

/** `resolve`, or a function that does nothing but call it. */
function onlyResolves(node: Node): boolean {
  if (node.type === 'Identifier') return /^(resolve|done)$/.test(node.name);
  if (node.type !== 'ArrowFunctionExpression' || node.body.type !== 'CallExpression') return false;
  return onlyResolves(node.body.callee);
}
