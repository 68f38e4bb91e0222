import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

const css = readFileSync('src/ui/tokens.css', 'utf8');

type Tokens = Readonly<Record<string, string>>;

/** The colours that one selector sets: `--name: #rrggbb`. */
function tokensOf(selector: string): Tokens {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no ${selector}`);
  const block = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

/** WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const themes: Readonly<Record<string, Tokens>> = {
  dark: tokensOf(':root'),
  light: tokensOf(":root[data-theme='light']"),
  sun: tokensOf(":root[data-theme='sun']"),
};

/** Words on the ground that they stand on, in any component of the kit. */
const words: readonly (readonly [string, string])[] = [
  ...['ink', 'ink-soft', 'amber-ink', 'green-ink', 'red-ink'].flatMap((text) =>
    ['paper', 'surface', 'raised'].map((ground) => [text, ground] as const),
  ),
  ['on-amber', 'amber'],
  ['on-amber', 'amber-pressed'],
  ['ink', 'amber-wash'],
  ['ink', 'red-wash'],
  ['ink', 'green-wash'],
  ['red-ink', 'red-wash'],
  ['amber-ink', 'red-wash'],
  ['green-ink', 'green-wash'],
  ['paper', 'ink'],
  ['paper', 'red-ink'],
];

/** Edges of what can be pressed, and the ring around what has the focus (WCAG 1.4.11). */
const edges: readonly (readonly [string, string])[] = [
  ['edge', 'paper'],
  ['edge', 'surface'],
  ['edge', 'raised'],
  ['focus', 'paper'],
  ['focus', 'surface'],
  ['focus', 'raised'],
  ['amber-edge', 'paper'],
  ['amber-edge', 'surface'],
  ['red-ink', 'paper'],
];

function contrastIn(theme: string, [first, second]: readonly [string, string]): number {
  const tokens = themes[theme] ?? {};
  return contrast(tokens[first] ?? 'missing', tokens[second] ?? 'missing');
}

describe.each(Object.keys(themes))('the %s theme', (theme) => {
  test.each(words)('%s on %s can be read with tired eyes: 7 to 1', (text, ground) => {
    expect(contrastIn(theme, [text, ground])).toBeGreaterThanOrEqual(7);
  });

  test.each(edges)('%s on %s can be seen: 3 to 1', (edge, ground) => {
    expect(contrastIn(theme, [edge, ground])).toBeGreaterThanOrEqual(3);
  });
});

test('light by choice and light by the phone’s own setting are the same colours', () => {
  const chosen = tokensOf(":root[data-theme='light']");
  expect(Object.keys(chosen).length).toBeGreaterThan(15);
  expect(tokensOf(":root[data-theme='auto']")).toEqual(chosen);
});

test('every theme sets every colour that the night theme sets', () => {
  const colours = Object.keys(tokensOf(':root'));
  for (const theme of Object.values(themes)) {
    expect(Object.keys(theme)).toEqual(expect.arrayContaining(colours));
  }
});

test('the measure itself is right: black on white is 21 to 1, and a grey of the standard’s own is 4.5', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});
