import { readFileSync, readdirSync } from 'node:fs';

import { expect, test } from 'vitest';

import { type TypeScriptProject, strangersInRoot, wrongProjects } from './ground-plan.ts';

const FOLDER = 'src/setup/typescript';

interface ProjectFile {
  readonly compilerOptions: { readonly lib: readonly string[]; readonly types: readonly string[] };
  readonly include: readonly string[];
}

function readProject(name: string): TypeScriptProject {
  const { compilerOptions, include } = JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as ProjectFile;
  return { name, include, lib: compilerOptions.lib, types: compilerOptions.types };
}

const referenced = (JSON.parse(readFileSync('tsconfig.json', 'utf8')) as { references: { path: string }[] }).references;
const projects = referenced.map(({ path }) => readProject(path.slice(FOLDER.length + 1, -'.json'.length)));

test('nothing lies in the root but what the house plan names', () => {
  expect(strangersInRoot(readdirSync('.'))).toEqual([]);
  expect(strangersInRoot(['src', 'notes.txt', '.gitignore'])).toEqual(['notes.txt']);
});

test('every room is compiled for its platform and nothing more', () => {
  expect(projects.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['core', 'client', 'worker', 'server', 'tools']),
  );
  expect(wrongProjects(projects)).toEqual([]);
});

test('a room without its project, and a project with too much at hand, are seen', () => {
  const without = (name: string) => projects.filter((project) => project.name !== name);
  const core = readProject('core');
  expect(wrongProjects(without('worker'))).toEqual(['worker is not compiled by worker.json']);
  expect(wrongProjects([...without('core'), { ...core, lib: ['ES2023', 'DOM'] }])).toHaveLength(1);
  expect(wrongProjects([...without('core'), { ...core, types: ['node'] }])).toHaveLength(1);
});
