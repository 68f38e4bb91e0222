import { posix } from 'node:path';

import type { Node } from 'oxc-parser';

import type { SourceFile } from './source-file.ts';

/** One import of a file, however it is written: statement, re-export, `import()`, type query, or a worker's URL. */
export interface Import {
  readonly specifier: string;
  readonly target: Target;
  readonly when: 'always' | 'lazily' | 'type';
  readonly start: number;
}

export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'npm'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'unknown' };

export function importsOf(file: SourceFile): readonly Import[] {
  return file.nodes.flatMap(({ node }) => {
    const written = writtenImport(node);
    return written === undefined
      ? []
      : [{ ...written, target: targetOf(file.path, written.specifier), start: node.start }];
  });
}

type Written = Pick<Import, 'specifier' | 'when'>;

/** An `import()` of something computed has the specifier '' and so an unknown target: no rule could follow it. */
function writtenImport(node: Node): Written | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: node.source.value, when: node.importKind === 'type' ? 'type' : 'always' };
    case 'ExportAllDeclaration':
      return { specifier: node.source.value, when: node.exportKind === 'type' ? 'type' : 'always' };
    case 'ExportNamedDeclaration':
      if (node.source === null) return undefined;
      return { specifier: node.source.value, when: node.exportKind === 'type' ? 'type' : 'always' };
    case 'ImportExpression':
      return { specifier: literalText(node.source) ?? '', when: 'lazily' };
    case 'TSImportType':
      return { specifier: node.source.value, when: 'type' };
    case 'NewExpression':
      return workerUrl(node);
    default:
      return undefined;
  }
}

/** `new URL('./x.ts', import.meta.url)` is how a bundler is told of a worker or an asset. */
function workerUrl(node: Extract<Node, { type: 'NewExpression' }>): Written | undefined {
  const [path, base] = node.arguments;
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL' || base?.type !== 'MemberExpression')
    return undefined;
  const specifier = path === undefined ? undefined : literalText(path);
  if (base.object.type !== 'MetaProperty' || specifier === undefined || !/\.\w+$/.test(specifier)) return undefined;
  return { specifier, when: 'lazily' };
}

function literalText(node: Node): string | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined;
}

function targetOf(from: string, specifier: string): Target {
  if (specifier === '') return { kind: 'unknown' };
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier };
  const path = specifier.split('?')[0] ?? specifier;
  if (path.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(from), path) };
  if (path.startsWith('#test/')) return { kind: 'file', path: path.slice(1) };
  if (path.startsWith('#')) return { kind: 'file', path: `src/${path.slice(1)}` };
  const parts = path.split('/');
  return { kind: 'npm', name: parts.slice(0, path.startsWith('@') ? 2 : 1).join('/') };
}
