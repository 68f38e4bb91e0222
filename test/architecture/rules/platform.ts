import type { Node } from 'oxc-parser';

import { FORMATTING_FILE, NAMES_WRITER, PURE_ROOMS } from '../rooms.ts';
import type { Rule } from '../rule.ts';
import { type Placed, type SourceFile, isInRoom, isScript, isSource, violation } from '../source-file.ts';

/** What would make a rule depend on where and when it runs. */
const WORLDLY = new Set([
  'Date',
  'XMLHttpRequest',
  'WebSocket',
  'clearTimeout',
  'crypto',
  'fetch',
  'globalThis',
  'navigator',
  'performance',
  'process',
  'queueMicrotask',
  'setInterval',
  'setTimeout',
]);

export const pureCore: Rule = {
  name: 'there is no clock, no chance and no network in the core',
  sees: (file) => isScript(file) && isInRoom(file, PURE_ROOMS),
  check: (files) =>
    files
      .filter((file) => isInRoom(file, PURE_ROOMS))
      .flatMap((file) =>
        file.nodes
          .filter((placed) => isWorldly(file, placed))
          .map(({ node }) =>
            violation(file, node, `uses ${file.text.slice(node.start, node.end)}: take it as an argument`),
          ),
      ),
  broken: [
    { 'src/lib/a.ts': 'export const a = () => Date.now();' },
    { 'src/domain/a.ts': 'export const a = new Date();' },
    { 'src/protocol/a.ts': 'export const a = () => Math.random();' },
    { 'src/handoff/a.ts': 'export const a = () => crypto.subtle;' },
    { 'src/planner/a.ts': 'setTimeout(() => 1);' },
    { 'src/lib/a.ts': 'export const a = { fetch };' },
  ],
  kept: {
    'src/lib/a.ts':
      'export interface Ports { readonly fetch: (url: string) => void; readonly Date: 1 }' +
      'export const a = (ports: Ports, crypto: number) => ports.fetch(String(crypto + Math.max(1, 2)));',
    'src/store/a.ts': 'export const a = Date.now();',
  },
};

function isWorldly(file: SourceFile, placed: Placed): boolean {
  const { node } = placed;
  if (node.type === 'MemberExpression') {
    return file.text.slice(node.start, node.end).replaceAll(/\s/g, '') === 'Math.random';
  }
  if (node.type !== 'Identifier' || !WORLDLY.has(node.name)) return false;
  return isReference(placed) && !isDeclaredIn(file, node.name);
}

/** Not the name of a property, of a key, or of what another file calls its export. */
function isReference({ node, parents: [parent] }: Placed): boolean {
  if (parent === undefined) return true;
  if (parent.type === 'MemberExpression' && parent.property === node) return parent.computed;
  if (parent.type === 'Property' && parent.key === node) return parent.shorthand;
  return !['TSPropertySignature', 'TSMethodSignature', 'PropertyDefinition', 'MethodDefinition'].includes(parent.type);
}

function isDeclaredIn(file: SourceFile, name: string): boolean {
  return file.nodes.some(({ node, parents: [parent] }) => {
    if (node.type !== 'Identifier' || node.name !== name || parent === undefined) return false;
    const isBound = parent.type === 'VariableDeclarator' && parent.id === node;
    const isImported = parent.type === 'ImportSpecifier' && parent.local === node;
    return isBound || isImported || ('params' in parent && hasParameter(parent.params, node));
  });
}

function hasParameter(params: unknown, node: Node): boolean {
  return Array.isArray(params) && params.includes(node);
}

export const oneFormatter: Rule = {
  name: `only ${FORMATTING_FILE} asks the system how dates and numbers are written`,
  sees: (file) => isSource(file) && isScript(file),
  check: (files) =>
    files
      .filter((file) => isSource(file) && file.path !== FORMATTING_FILE && file.path !== NAMES_WRITER)
      .flatMap((file) =>
        file.nodes
          .filter(({ node }) => node.type === 'Identifier' && /^(Intl$|toLocale)/.test(node.name))
          .map(({ node }) =>
            violation(file, node, `uses ${file.text.slice(node.start, node.end)}: see ${FORMATTING_FILE}`),
          ),
      ),
  broken: [
    { 'src/screens/driver/a.tsx': 'export const a = new Intl.NumberFormat("kk");' },
    { 'src/server/a.ts': 'export const a = (b: number) => b.toLocaleString();' },
    { 'src/i18n/other.ts': 'export const a = (b: string) => b.toLocaleUpperCase();' },
  ],
  kept: { [FORMATTING_FILE]: 'export const a = new Intl.NumberFormat("kk");', 'src/lib/a.ts': '// Intl is elsewhere' },
};
