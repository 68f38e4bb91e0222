import { readFileSync, readdirSync, statSync } from 'node:fs';

import { type Node, parseSync, visitorKeys } from 'oxc-parser';

/** One file of the house. Paths are relative to the root and use `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Every node of the syntax tree with its parents, nearest first; empty for what is not a script. */
  readonly nodes: readonly Placed[];
}

export interface Placed {
  readonly node: Node;
  readonly parents: readonly Node[];
}

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

const SCRIPT = /\.(ts|tsx|mjs)$/;

/** Every file below `src` and `test`. */
export function readHouse(): readonly SourceFile[] {
  return ['src', 'test'].flatMap(filesUnder).map((path) => sourceFile(path, readFileSync(path, 'utf8')));
}

export function sourceFile(path: string, text: string): SourceFile {
  if (!SCRIPT.test(path)) return { path, text, nodes: [] };
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`);
  return { path, text, nodes: placedNodes(program) };
}

export function isScript(file: SourceFile): boolean {
  return SCRIPT.test(file.path);
}

export function isSource(file: SourceFile): boolean {
  return file.path.startsWith('src/');
}

/** The room of a file below `src`: the first folder. */
export function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

export function isInRoom(file: SourceFile, rooms: readonly string[]): boolean {
  const room = roomOf(file.path);
  return room !== undefined && rooms.includes(room);
}

export function violation(file: SourceFile, node: { readonly start: number }, what: string): Violation {
  return { path: file.path, line: file.text.slice(0, node.start).split('\n').length, what };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .map((name) => `${folder}/${name}`)
    .flatMap((path) => (statSync(path).isDirectory() ? filesUnder(path) : [path]));
}

function placedNodes(program: Node): Placed[] {
  const placed: Placed[] = [];
  const visit = (node: Node, parents: readonly Node[]) => {
    placed.push({ node, parents });
    const around = [node, ...parents];
    for (const child of childrenOf(node)) visit(child, around);
  };
  visit(program, []);
  return placed;
}

function childrenOf(node: Node): Node[] {
  const parts = (visitorKeys[node.type] ?? []).flatMap((key): unknown => Reflect.get(node, key));
  return parts.filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}
