import { describe, expect, test } from 'vitest';

import { HOUSE_RULES } from './house-rules.ts';
import { CLASSES, ROOMS } from './rooms.ts';
import type { Planted, Rule } from './rule.ts';
import { isScript, isSource, readHouse, roomOf, sourceFile } from './source-file.ts';

const house = readHouse();

describe.each(HOUSE_RULES)('$name', (rule) => {
  test('holds in the house, and the checker saw the files that it speaks about', () => {
    expect(house.filter(rule.sees).length).toBeGreaterThan(0);
    expect(violations(rule, house)).toEqual([]);
  });

  test.each(rule.broken.map((planted) => [titleOf(planted), planted] as const))(
    'is seen to be broken by %s',
    (_, planted) => {
      expect(violations(rule, plant(planted))).not.toEqual([]);
    },
  );

  test('lets pass what keeps it', () => {
    expect(violations(rule, plant(rule.kept))).toEqual([]);
  });
});

test('the checker read scripts in every room that exists', () => {
  const roomsOf = (files: typeof house) => new Set(files.flatMap((file) => roomOf(file.path) ?? []));
  const sources = house.filter(isSource);
  expect(roomsOf(sources.filter(isScript))).toEqual(roomsOf(sources));
  expect(house.filter(isScript).every((file) => file.nodes.length > 0)).toBe(true);
});

test('every class in the list exists', () => {
  const paths = house.map((file) => file.path);
  expect(CLASSES.filter(({ path }) => !paths.includes(path))).toEqual([]);
});

test('no room of the table opens a door to the server, the app, the worker or the set-up', () => {
  const doors = Object.values(ROOMS).flatMap(({ rooms }) => rooms);
  expect(doors.filter((room) => ['server', 'app', 'worker', 'setup', 'test'].includes(room))).toEqual([]);
});

function plant(planted: Planted) {
  return Object.entries(planted).map(([path, text]) => sourceFile(path, text));
}

function titleOf(planted: Planted): string {
  const text = Object.entries(planted).map(([path, source]) => `${path}: ${source}`);
  return text.join(' and ').replaceAll(/\s+/g, ' ').slice(0, 90);
}

function violations(rule: Rule, files: Parameters<Rule['check']>[0]): string[] {
  return rule.check(files).map(({ path, line, what }) => `${path}:${line} ${what}`);
}
