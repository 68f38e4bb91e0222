import { importsOf } from '../imports.ts';
import type { Rule } from '../rule.ts';
import { type SourceFile, type Violation, isScript } from '../source-file.ts';

export const noCycles: Rule = {
  name: 'no file imports itself in a circle, types included',
  sees: isScript,
  check: findCycles,
  broken: [
    { 'src/lib/a.ts': "import { b } from './b.ts';", 'src/lib/b.ts': "import type { A } from './a.ts';" },
    {
      'src/lib/a.ts': "export * from './b.ts';",
      'src/lib/b.ts': "const c = () => import('./c.ts');",
      'src/lib/c.ts': "export type C = import('./a.ts').A;",
    },
    { 'src/lib/a.ts': "import { a } from './a.ts';" },
  ],
  kept: {
    'src/lib/a.ts': "import { b } from './b.ts'; import { c } from './c.ts';",
    'src/lib/b.ts': "import type { C } from './c.ts';",
    'src/lib/c.ts': 'export const c = 1;',
  },
};

/** Walks depth first; a file met again while its own imports are still being walked closes a circle. */
function findCycles(files: readonly SourceFile[]): Violation[] {
  const importsByPath = new Map(files.map((file) => [file.path, filesImportedBy(file)]));
  const violations: Violation[] = [];
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      violations.push({ path, line: 1, what: `imports itself: ${[...trail.slice(at), path].join(' -> ')}` });
      return;
    }
    if (done.has(path)) return;
    for (const next of importsByPath.get(path) ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of importsByPath.keys()) walk(path, []);
  return violations;
}

function filesImportedBy(file: SourceFile): string[] {
  return importsOf(file).flatMap(({ target }) => (target.kind === 'file' ? [target.path] : []));
}
