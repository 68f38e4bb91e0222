import { readdirSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { FILE_SETS, setsOfFiles } from '../../src/setup/file-sets.mjs';

const file = (source: string | null, needs: string[] = [], mayNeed: string[] = []) => ({
  source,
  isPage: source?.endsWith('.html') === true,
  needs,
  mayNeed,
});

const built = new Map([
  ['app.js', file('index.html', ['react.js'], ['run.js', 'tables.js', 'words.js'])],
  ['react.js', file(null)],
  ['run.js', file('src/run.tsx', ['run.css'])],
  ['run.css', file(null)],
  ['tables.js', file('src/tables.tsx', ['react.js', 'tables.css', 'desk.js', 'shared.js'], ['lines.js', 'run.js'])],
  ['tables.css', file(null)],
  ['desk.js', file(null)],
  ['shared.js', file(null)],
  ['lines.js', file('src/lines.ts')],
  ['words.js', file('src/words/tables/kk.ts')],
  ['letter.js', file('letter.html', ['shared.js', 'react.js'], ['lines.js'])],
]);
const sets = { tables: ['src/tables.tsx', 'src/words/tables/'], letter: ['letter.html'] };

test('a set is what nobody reaches but through its beginnings; what two sets need belongs to both', () => {
  expect(Object.fromEntries(setsOfFiles(built, sets))).toEqual({
    'tables.js': ['tables'],
    'tables.css': ['tables'],
    'desk.js': ['tables'],
    'words.js': ['tables'],
    'letter.js': ['letter'],
    'shared.js': ['tables', 'letter'],
    'lines.js': ['tables', 'letter'],
  });
});

test('a set whose beginning was renamed is a mistake of the build, not an empty set', () => {
  expect(() => setsOfFiles(built, { ...sets, map: ['src/map.ts'] })).toThrow('"map"');
});

test('no screen that everybody has says words that only an organiser’s phone holds', () => {
  const kept = (FILE_SETS['organiser'] ?? []).flatMap((begin) => /^src\/i18n\/(\w+)\/$/.exec(begin)?.[1] ?? []);
  expect(kept.length).toBeGreaterThan(3);
  const said = ['app', 'screens/common', 'screens/driver', 'screens/enrol'].flatMap((room) =>
    readdirSync(`src/${room}`, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.tsx'))
      .flatMap((name) => [...readFileSync(`src/${room}/${name}`, 'utf8').matchAll(/useWords\('(\w+)'\)/g)])
      .map(([, area]) => area),
  );
  expect(said).toContain('driver');
  expect(kept.filter((area) => said.includes(area))).toEqual([]);
});
