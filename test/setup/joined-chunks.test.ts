import { expect, test } from 'vitest';

import { joinedChunks } from '../../src/setup/joined-chunks.mjs';

const ROOT = '/house';
/** Each module, and what it imports at once. */
const imports: Readonly<Record<string, readonly string[]>> = {
  'src/app/main.tsx': ['react', 'store', 'sum'],
  'src/app/sponsor-main.tsx': ['react', 'letter', 'card'],
  'src/screens/enrol/enrol-screen.tsx': ['react', 'field', 'code', 'round'],
  'src/app/inside.tsx': ['store', 'runs', 'card', 'code', 'lock', 'row'],
  'src/app/start-sync.ts': ['store', 'lock', 'round'],
  'src/app/rest.ts': ['runs', 'field', 'stop', 'round'],
  'src/screens/organiser/organiser-routes.tsx': ['runs', 'board'],
  needs: ['react', 'sum', 'row'],
};
/** And later. */
const late: Readonly<Record<string, readonly string[]>> = { 'src/app/sponsor-main.tsx': ['needs'] };
const idOf = (name: string) => (name.startsWith('src/') ? `${ROOT}/${name}` : name);
const graph = {
  getModuleInfo: (id: string) => ({
    importedIds: (imports[id.replace(`${ROOT}/`, '')] ?? []).map(idOf),
    dynamicallyImportedIds: (late[id.replace(`${ROOT}/`, '')] ?? []).map(idOf),
  }),
};
const fileOf = (name: string) => joinedChunks(ROOT)(idOf(name), graph);

test('what loads together is one file, and what loads it without the others brings none of them along', () => {
  const names = [...new Set([...Object.keys(imports), ...Object.values(imports).flat()])];
  expect(Object.fromEntries(names.map((name) => [name, fileOf(name)]))).toEqual({
    'src/app/main.tsx': 'app',
    store: 'app',
    // Both pages begin with it.
    react: 'base',
    'src/app/sponsor-main.tsx': null,
    letter: null,
    card: 'shared',
    // What comes late on the sponsor's page finds nothing of its own in the app, which would begin there too.
    needs: null,
    sum: 'base',
    row: 'shared',
    // The door is left to the bundler; what it has in common with inside is in neither of them.
    'src/screens/enrol/enrol-screen.tsx': null,
    field: null,
    code: 'threshold',
    lock: 'threshold',
    'src/app/inside.tsx': 'inside',
    runs: 'inside',
    'src/app/start-sync.ts': 'sync',
    round: 'sync',
    'src/app/rest.ts': 'rest',
    stop: 'rest',
    // Only organisers' phones hold these.
    'src/screens/organiser/organiser-routes.tsx': null,
    board: null,
  });
});

test('an entry that is not there any more stops the build', () => {
  const nothing = { getModuleInfo: () => null };
  expect(() => joinedChunks(ROOT)('react', nothing)).toThrow('No module is src/app/main.tsx');
});
