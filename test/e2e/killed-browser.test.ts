import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';

import { type Browser, type Page, chromium, expect } from '@playwright/test';

import { assert } from '#lib/assert.ts';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { BROWSER_FLAGS, chooseBrowser } from './support/browser.ts';
import { deliveredButton, join, sendNow, takeRun, unsentOf } from './support/phone.ts';
import { storedStops } from './support/server-file.ts';
import { test } from './support/story.ts';
import { fairWeather } from './support/wire.ts';

let branch: Branch;
let profile: string;
let running: Running | undefined;
test.beforeEach(async () => {
  branch = await openBranch();
  profile = await mkdtemp(joinPath(tmpdir(), 'dastarkhan-profile-'));
});
test.afterEach(async () => {
  await running?.kill();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  await branch.remove();
});

test('the browser is killed as soon as “On this phone” is shown: the record is there afterwards, and is sent once', async () => {
  const { link, run } = await awaitDriver(branch, 'Marat', 3);
  running = await startBrowser();
  let page = await running.openPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeVisible();

  branch.wire.setWeather(() => ({ type: 'cut' }));
  for (const stop of [1, 2]) {
    await deliveredButton(page, stop).click();
    await page.getByText('Delivered 10 l · On this phone').waitFor();
    await running.kill();

    running = await startBrowser();
    page = await running.openPage();
    await page.goto(`${branch.wire.address}/run/${run}`);
    await expect(unsentOf(page, stop)).toBeVisible();
    await expect(deliveredButton(page, stop + 1)).toBeVisible();
  }

  branch.wire.setWeather(fairWeather);
  await sendNow(page);
  expect(storedStops(branch.server, run)).toEqual([0, 1]);
});

/** A browser that is a process of ours, so that it can be killed like a phone whose battery is pulled. */
interface Running {
  readonly openPage: () => Promise<Page>;
  /** Ends it and all that it has started, at once, and waits until it is gone. */
  readonly kill: () => Promise<void>;
}

async function startBrowser(): Promise<Running> {
  const { executable } = await chooseBrowser();
  const flags = ['--headless=new', '--lang=en-GB', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  const child = spawn(executable, [...BROWSER_FLAGS, ...flags, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const browser: Browser = await chromium.connectOverCDP(await debuggingAddress(child));
  const [context] = browser.contexts();
  assert(context !== undefined, 'a browser has its profile’s context');
  return {
    openPage: () => context.newPage(),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      assert(child.pid !== undefined, 'a started process has a number');
      // The whole group, where there are groups.
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
      await gone;
    },
  };
}

/** The browser tells it on its standard error as soon as it is ready. */
function debuggingAddress({ stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    stderr?.once('close', () => reject(new Error(`The browser ended before it could be driven. It said:\n${said}`)));
  });
}
