import { defineConfig } from '@playwright/test';

import { chooseBrowser, STORY_FLAGS } from './support/browser.ts';

const browser = await chooseBrowser();

// Workers read this file again: they shall not search, or unpack, a second time.
process.env['DASTARKHAN_BROWSER'] = browser.executable;

export default defineConfig({
  testDir: '.',
  // The longest begin first, so that no worker is left alone with one of them at the end.
  projects: [
    { name: 'walks', testMatch: '**/*-looks.test.ts' },
    { name: 'stories', testMatch: '**/*.test.ts', testIgnore: '**/*-looks.test.ts' },
  ],
  outputDir: '../../test-results',
  // The stories of a file share a server: one after another, unless the file says otherwise.
  fullyParallel: false,
  // More than processors: a story waits for pictures, seconds and networks half of its time.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: browser.executable, args: STORY_FLAGS },
    // Stories tell what comes to be and not how it moves there: three frames of four are saved. Those with motion say so.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
});
