import { defineConfig } from '@playwright/test';

import { BROWSER_FLAGS, chooseBrowser } from './support/browser.ts';

const browser = await chooseBrowser();

// Workers read this file again: they shall not search, or unpack, a second time.
process.env['DASTARKHAN_BROWSER'] = browser.executable;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.test.ts',
  outputDir: '../../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: browser.executable, args: BROWSER_FLAGS },
    screenshot: 'only-on-failure',
  },
});
