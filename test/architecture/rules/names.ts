import type { Node } from 'oxc-parser';

import type { Rule } from '../rule.ts';
import { isScript, isSource, violation } from '../source-file.ts';

/** Words that say nothing about what a thing is. */
const EMPTY_WORDS = new Set([
  'manager',
  'managers',
  'helper',
  'helpers',
  'util',
  'utils',
  'data',
  'info',
  'infos',
  'handle',
]);

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|module|d))?(\.[a-z0-9]+)+$/;
const CAPITAL_DOCUMENTS = ['README.md', 'DECISIONS.md', 'SPEC.md'];

export const fileNames: Rule = {
  name: 'file and folder names are kebab-case and say what the thing is',
  sees: () => true,
  check: (files) =>
    files.flatMap((file) => {
      const parts = file.path.split('/');
      const isNamed = (part: string, index: number) =>
        index < parts.length - 1
          ? KEBAB_CASE.test(`${part}.x`)
          : CAPITAL_DOCUMENTS.includes(part) || KEBAB_CASE.test(part);
      const emptyWords = parts.flatMap((part) => part.split(/[-.]/)).filter((word) => EMPTY_WORDS.has(word));
      return [
        ...parts.filter((part, index) => !isNamed(part, index)).map((part) => `"${part}" is not kebab-case`),
        ...emptyWords.map((word) => `"${word}" says nothing`),
      ].map((what) => ({ path: file.path, line: 1, what }));
    }),
  broken: [
    { 'src/lib/RunList.ts': '' },
    { 'src/lib/run_list.ts': '' },
    { 'src/screens/Driver/a.tsx': '' },
    { 'src/lib/run-helpers.ts': '' },
    { 'test/support/utils.ts': '' },
  ],
  kept: { 'src/lib/run-list.test.ts': '', 'src/protocol/SPEC.md': '', 'src/ui/base-32.module.css': '' },
};

export const exportedNames: Rule = {
  name: 'exported names say what the thing is',
  sees: (file) => isSource(file) && isScript(file),
  check: (files) =>
    files.filter(isSource).flatMap((file) =>
      file.nodes
        .flatMap(({ node }) => exportedNamesOf(node).map((name) => ({ name, node })))
        .flatMap(({ name, node }) =>
          wordsOf(name)
            .filter((word) => EMPTY_WORDS.has(word))
            .map((word) => violation(file, node, `"${word}" in ${name} says nothing`)),
        ),
    ),
  broken: [
    { 'src/lib/a.ts': 'export function loadData() {}' },
    { 'src/lib/a.ts': 'export const RUN_UTILS = 1, b = 2;' },
    { 'src/lib/a.ts': 'export interface RunInfo { readonly a: 1 }' },
    { 'src/lib/a.ts': 'const a = 1; export { a as runHelper };' },
    { 'src/lib/a.ts': 'export const handleTap = () => 1;' },
  ],
  kept: {
    'src/lib/a.ts': 'const data = 1; export const database = data; export type Update = 1; export { b } from "./b.ts";',
  },
};

function exportedNamesOf(node: Node): string[] {
  if (node.type === 'ExportSpecifier') return node.exported.type === 'Literal' ? [] : [node.exported.name];
  if (node.type !== 'ExportNamedDeclaration' || node.declaration === null) return [];
  const { declaration } = node;
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  }
  return 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
}

function wordsOf(name: string): string[] {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_');
}
