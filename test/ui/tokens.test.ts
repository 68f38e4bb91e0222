import { globSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

const tokens = readFileSync('src/ui/tokens.css', 'utf8');
const sheets = globSync('src/**/*.css').filter((path) => !path.endsWith('tokens.css'));
const components = globSync('src/**/*.tsx');

/** Colours as CSS can write them; the system's own names are for forced colours alone, where the person chose them. */
const colour =
  /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color-mix)\(|:\s*(?:black|white|red|green|gray|grey|blue|orange|yellow)\b/i;

test('nothing is coloured outside the tokens', () => {
  expect(sheets.length).toBeGreaterThan(20);
  expect(components.length).toBeGreaterThan(20);
  const coloured = [...sheets, ...components].filter((path) => colour.test(readFileSync(path, 'utf8')));
  expect(coloured).toEqual([]);
});

test('every token that a sheet names exists', () => {
  const defined = new Set([...tokens.matchAll(/--([\w-]+):/g)].map((match) => match[1]));
  // The undo bar sets these two itself, from the time that is left.
  const own = new Set(['total', 'gone']);
  const missing = [...sheets, 'src/ui/tokens.css'].flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(/var\(--([\w-]+)\)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => !defined.has(name) && !own.has(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('what a driver presses is at least 56 px, what an organiser presses 44', () => {
  expect(tokens).toMatch(/--target: 56px;/);
  expect(tokens).toMatch(/--target-dense: 44px;/);
});

test('every class that a component names is in its sheet', () => {
  const missing = components
    .filter((path) => path.startsWith('src/ui/'))
    .flatMap((path) => {
      const text = readFileSync(path, 'utf8');
      const sheet = /import styles from '\.\/([\w-]+\.module\.css)'/.exec(text)?.[1];
      if (sheet === undefined) return [];
      const rules = readFileSync(`src/ui/${sheet}`, 'utf8');
      return [...text.matchAll(/styles\['([\w-]+)'\]/g)]
        .map((match) => match[1] ?? '')
        .filter((name) => !new RegExp(`\\.${name}\\b`).test(rules))
        .map((name) => `${path}: ${name}`);
    });
  expect(missing).toEqual([]);
});
