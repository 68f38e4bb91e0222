import { expect, test } from 'vitest';

import { guessMapping } from '#domain/import/guess-mapping.ts';
import { keptMappingOf, readKeptMappings, withKeptMapping } from '#domain/import/kept-mapping.ts';

const FILE = [['Deliveries of the week'], ['When', 'What', 'Where'], ['1.1.2026', 'Tea', 'Bridge']];
const READ = { ...guessMapping(FILE), kind: 'pastRuns', headerLine: 2, columns: { on: 0, item: 1, place: 2 } } as const;

test('a file with the same headings is read as it was read last time, whatever its lines', () => {
  const kept = readKeptMappings(JSON.parse(JSON.stringify(withKeptMapping([], FILE, READ))));
  const next = [['Deliveries of another week'], ['when', ' What ', 'Where'], ['2.1.2026', 'Soup', 'School']];
  expect(keptMappingOf(kept, next)).toEqual(READ);
  expect(keptMappingOf(kept, [['x'], ['When', 'Where', 'What']])).toBeUndefined();
});

test('the latest reading of the same headings holds, twenty files are remembered, and nonsense is forgotten', () => {
  const other = { ...READ, unitForAll: 'litre' };
  expect(withKeptMapping(withKeptMapping([], FILE, READ), FILE, other).map(({ mapping }) => mapping)).toEqual([other]);
  const files = Array.from({ length: 25 }, (_, index) => [[`a ${index}`], ['b'], ['c']]);
  const kept = files.reduce(
    (all, file) => [...withKeptMapping(all, file, { ...READ, headerLine: 1 })],
    [...withKeptMapping([], FILE, READ)],
  );
  expect(kept).toHaveLength(20);
  expect(keptMappingOf(kept, FILE)).toBeUndefined();
  expect(readKeptMappings([{ headings: 'a', mapping: { kind: 'secrets' } }])).toEqual([]);
});
