import { readFileSync } from 'node:fs';
import { runInThisContext } from 'node:vm';

import { beforeEach, expect, test } from 'vitest';

import { readSettings, SETTINGS_NAME } from '#screens/common/settings.tsx';
import { textSizes, themes } from '#ui/appearance.ts';

const script = readFileSync('public/before-paint.js', 'utf8');

/** Runs the script as the page does, before anything else. */
function paint(): { readonly theme: string | undefined; readonly textSize: string | undefined } {
  runInThisContext(script);
  const { theme, textSize } = document.documentElement.dataset;
  return { theme, textSize };
}

beforeEach(() => localStorage.clear());

test('the page is dressed before its first paint as the app will dress it', () => {
  for (const theme of themes) {
    for (const textSize of textSizes) {
      localStorage.setItem(SETTINGS_NAME, JSON.stringify({ theme, textSize, language: 'kk' }));
      expect(paint()).toEqual({ theme, textSize: String(textSize) });
      expect(readSettings()).toEqual({ theme, textSize, language: 'kk' });
    }
  }
});

test.each(['', 'null', '7', '{"theme":"pink","textSize":3,"language":"tlh"}', '{broken'])(
  'settings that cannot be read (%s) stop nothing',
  (kept) => {
    localStorage.setItem(SETTINGS_NAME, kept);
    expect(() => paint()).not.toThrow();
    expect(readSettings()).toMatchObject({ theme: 'dark', textSize: 100 });
  },
);
