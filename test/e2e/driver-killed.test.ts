import { join } from 'node:path';

import { chromium, test } from '@playwright/test';

import { BROWSER_FLAGS, chooseBrowser } from './support/browser.ts';
import { type DemoBranch, expect, joinBy, startDemoBranch } from './support/demo-branch.ts';

test.setTimeout(120_000);

let branch: DemoBranch;
test.beforeEach(async () => {
  branch = await startDemoBranch();
});
test.afterEach(() => branch.server.remove());

test('a browser that is killed right after "on this phone" has lost nothing', async () => {
  const { executable } = await chooseBrowser();
  const open = () =>
    chromium.launchPersistentContext(join(branch.server.folder, 'profile'), {
      executablePath: executable,
      args: BROWSER_FLAGS,
    });
  const context = await open();
  const page = await context.newPage();
  await joinBy(page, branch.driverLink);
  await page.getByRole('button', { name: 'I take it' }).first().click();
  await page.getByRole('link', { name: 'Open the run' }).first().click();
  await page.getByRole('button', { name: 'Loaded, off we go' }).click();
  await context.setOffline(true);
  await page.getByRole('button', { name: /^Delivered/ }).click();
  await page.getByText(/· On this phone$/).waitFor();
  const session = await context.newCDPSession(page);
  const gone = context.waitForEvent('close');
  session.send('Browser.crash').catch(() => undefined);
  await gone;

  const again = await open();
  const reopened = await again.newPage();
  await reopened.goto(branch.server.address);
  await expect(reopened.getByText('Next stop · 2 of 3')).toBeVisible();
  await again.close();
});
