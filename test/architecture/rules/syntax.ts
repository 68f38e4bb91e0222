import type { Node } from 'oxc-parser';

import { CLASSES } from '../rooms.ts';
import type { Rule } from '../rule.ts';
import { type SourceFile, type Violation, isScript, isSource, violation } from '../source-file.ts';

const everyNode = (judge: (node: Node, file: SourceFile) => string | undefined) => {
  return (files: readonly SourceFile[]): Violation[] =>
    files.flatMap((file) =>
      file.nodes.flatMap(({ node }) => {
        const what = judge(node, file);
        return what === undefined ? [] : [violation(file, node, what)];
      }),
    );
};

const FORBIDDEN: Partial<Record<Node['type'], string>> = {
  TSEnumDeclaration: 'is an enum: use a union',
  TSAnyKeyword: 'is any: use unknown, and parse',
  TSNonNullExpression: 'is a claim with !: narrow, or assert with a reason',
};

export const forbiddenSyntax: Rule = {
  name: 'there is no enum, no any and no !',
  sees: isScript,
  check: everyNode((node) => FORBIDDEN[node.type]),
  broken: [
    { 'src/lib/a.ts': 'export enum A { B }' },
    { 'src/lib/a.ts': 'export const a = (b: any) => b;' },
    { 'test/lib/a.test.ts': 'const a = b!.c;' },
    { 'src/lib/a.ts': 'export type A = readonly any[];' },
  ],
  kept: { 'src/lib/a.ts': "export type A = 'any' | 'enum'; export const a = !b; export let c!: A;" },
};

export const noDefaultExport: Rule = {
  name: 'nothing in src is exported as default',
  sees: (file) => isSource(file) && isScript(file),
  check: (files) =>
    everyNode((node) => {
      if (node.type === 'ExportDefaultDeclaration') return 'is a default export: name it';
      if (node.type !== 'ExportSpecifier' || node.exported.type === 'Literal') return undefined;
      return node.exported.name === 'default' ? 'is a default export: name it' : undefined;
    })(files.filter(isSource)),
  broken: [{ 'src/lib/a.ts': 'export default 1;' }, { 'src/lib/a.ts': 'const a = 1; export { a as default };' }],
  kept: { 'src/lib/a.ts': 'export const a = 1;', 'test/e2e/playwright.config.ts': 'export default {};' },
};

export const listedClasses: Rule = {
  name: 'a class is listed with its reason',
  sees: (file) => isSource(file) && isScript(file),
  check: (files) =>
    everyNode((node, { path }) => {
      if (node.type !== 'ClassDeclaration' && node.type !== 'ClassExpression') return undefined;
      return CLASSES.some((listed) => listed.path === path)
        ? undefined
        : 'is a class: use functions, or list it in rooms.ts';
    })(files.filter(isSource)),
  broken: [{ 'src/lib/a.ts': 'export class A {}' }, { 'src/lib/a.ts': 'export const a = class {};' }],
  kept: { 'src/lib/a.ts': 'export const a = { class: 1 };' },
};

export const noBooleanParameters: Rule = {
  name: 'no exported function takes a boolean argument',
  sees: (file) => isSource(file) && isScript(file),
  check: (files) =>
    everyNode((node) => {
      const parameters = exportedFunctions(node).flatMap(({ params }) => params);
      return parameters.some(takesBoolean) ? 'takes a boolean: the call would not say what it means' : undefined;
    })(files.filter(isSource)),
  broken: [
    { 'src/lib/a.ts': 'export function a(b: string, isLoud: boolean) {}' },
    { 'src/lib/a.ts': 'export const a = (isLoud?: boolean) => isLoud;' },
    { 'src/lib/a.ts': 'export const a = async (loud: true | undefined) => loud;' },
    { 'src/lib/a.ts': 'export function a(isLoud = false) { return isLoud; }' },
  ],
  kept: {
    'src/lib/a.ts':
      'export function a(b: { readonly isLoud: boolean }, c: (d: string) => boolean): boolean { return c("") }' +
      'function e(f: boolean) {} export const g = (h: number): h is 1 => true;',
  },
};

type FunctionNode = Extract<Node, { type: 'FunctionDeclaration' | 'FunctionExpression' | 'ArrowFunctionExpression' }>;

function exportedFunctions(node: Node): FunctionNode[] {
  if (node.type !== 'ExportNamedDeclaration' || node.declaration === null) return [];
  const { declaration } = node;
  const values: (Node | null)[] =
    declaration.type === 'VariableDeclaration' ? declaration.declarations.map(({ init }) => init) : [declaration];
  return values.filter((value): value is FunctionNode => value !== null && isFunction(value));
}

function isFunction(node: Node): node is FunctionNode {
  return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type);
}

function takesBoolean(parameter: Node): boolean {
  if (parameter.type === 'AssignmentPattern') return isBooleanValue(parameter.right) || takesBoolean(parameter.left);
  if (!('typeAnnotation' in parameter) || parameter.typeAnnotation?.type !== 'TSTypeAnnotation') return false;
  const type = parameter.typeAnnotation.typeAnnotation;
  return (type.type === 'TSUnionType' ? type.types : [type]).some(isBooleanType);
}

function isBooleanType(type: Node): boolean {
  return type.type === 'TSBooleanKeyword' || (type.type === 'TSLiteralType' && isBooleanValue(type.literal));
}

function isBooleanValue(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'boolean';
}
