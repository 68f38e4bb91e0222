import type { Node } from 'oxc-parser';

import type { Rule } from '../rule.ts';
import { type Placed, type SourceFile, isScript, violation } from '../source-file.ts';

const MAX_FILE_LINES = 300;
const MAX_FUNCTION_LINES = 60;

const isMeasured = (file: SourceFile) => isScript(file) || file.path.endsWith('.css');
const lines = (count: number, text: string) => Array.from({ length: count }, () => text).join('\n');

export const fileSize: Rule = {
  name: `no file is longer than ${MAX_FILE_LINES} lines`,
  sees: isMeasured,
  check: (files) =>
    files
      .filter(isMeasured)
      .map((file) => ({ file, count: lineCount(file.text) }))
      .filter(({ count }) => count > MAX_FILE_LINES)
      .map(({ file, count }) => ({ path: file.path, line: count, what: `has ${count} lines` })),
  broken: [
    { 'src/lib/a.ts': lines(MAX_FILE_LINES + 1, '//') },
    { 'test/lib/a.test.ts': lines(MAX_FILE_LINES + 1, '//') },
    { 'src/ui/a.module.css': `${lines(MAX_FILE_LINES + 1, '')}.a{}` },
  ],
  kept: { 'src/lib/a.ts': `${lines(MAX_FILE_LINES, '//')}\n` },
};

export const functionSize: Rule = {
  name: `no function is longer than ${MAX_FUNCTION_LINES} lines`,
  sees: isScript,
  check: (files) =>
    files.flatMap((file) =>
      file.nodes
        .filter((placed) => isFunction(placed.node) && !isGrouping(placed))
        .map(({ node }) => ({ node, count: lineCount(file.text.slice(node.start, node.end)) }))
        .filter(({ count }) => count > MAX_FUNCTION_LINES)
        .map(({ node, count }) => violation(file, node, `begins a function of ${count} lines`)),
    ),
  broken: [
    { 'src/lib/a.ts': `function a() {\n${lines(MAX_FUNCTION_LINES - 1, '1;')}\n}` },
    { 'src/lib/a.ts': `const a = () => {\n${lines(MAX_FUNCTION_LINES - 1, '1;')}\n}` },
    { 'test/lib/a.test.ts': `test('a', async () => {\n${lines(MAX_FUNCTION_LINES - 1, '1;')}\n})` },
    { 'src/lib/a.ts': `class A { run() {\n${lines(MAX_FUNCTION_LINES - 1, '1;')}\n} }` },
  ],
  kept: {
    'src/lib/a.ts': `function a() {\n${lines(MAX_FUNCTION_LINES - 2, '1;')}\n}`,
    'test/lib/a.test.ts': `describe('a', () => {\n${lines(MAX_FUNCTION_LINES, '1;')}\n})`,
    'test/lib/b.test.ts': `describe.each(cases)('a', () => {\n${lines(MAX_FUNCTION_LINES, '1;')}\n})`,
    'test/e2e/c.test.ts': `test.describe('a', () => {\n${lines(MAX_FUNCTION_LINES, '1;')}\n})`,
  },
};

function lineCount(text: string): number {
  return text.replace(/\n$/, '').split('\n').length;
}

function isFunction(node: Node): boolean {
  return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type);
}

/** The function given to `describe` is a heading, not a deed: its tests are measured each by itself. */
function isGrouping({ parents: [parent] }: Placed): boolean {
  return parent?.type === 'CallExpression' && isDescribe(parent.callee);
}

/** `describe`, `test.describe`, `describe.each(cases)`. */
function isDescribe(callee: Node): boolean {
  if (callee.type === 'CallExpression') return isDescribe(callee.callee);
  if (callee.type === 'MemberExpression') return isDescribe(callee.property) || isDescribe(callee.object);
  return callee.type === 'Identifier' && callee.name === 'describe';
}
