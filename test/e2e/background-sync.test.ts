import { type BrowserContext, type CDPSession, expect, test } from '@playwright/test';

import { assert } from '#lib/assert.ts';
import { UNSENT_TAG } from '#sync/unsent-tag.ts';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { deliver, join, newPhone, takeRun, unsentOf } from './support/phone.ts';
import { storedStops } from './support/server-file.ts';

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterAll(() => branch.remove());

test('with no page open the worker sends what is unsent, once, and the app knows of it when it opens again', async ({
  browser,
}) => {
  const { link, run } = await awaitDriver(branch, 'Marat', 2);
  const phone = await newPhone(browser);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await expect(unsentOf(page, 0)).toBeVisible();
  await phone.setOffline(true);
  await deliver(page, 1);
  await deliver(page, 2);

  const wake = await waker(phone, branch.wire.address);
  await page.close();
  await wake();
  expect(storedStops(branch.server, run)).toEqual([]);
  await phone.setOffline(false);
  await expect(async () => {
    await wake();
    expect(storedStops(branch.server, run)).toEqual([0, 1]);
  }).toPass({ timeout: 15_000 });

  await phone.setOffline(true);
  const again = await phone.newPage();
  await again.goto(branch.wire.address);
  await expect(unsentOf(again, 0)).toBeVisible();
  await phone.close();
});

/** What a browser does when it believes that a network is there: it wakes the worker of an app that asked for it. */
async function waker(phone: BrowserContext, origin: string): Promise<() => Promise<void>> {
  const elsewhere = await phone.newPage();
  const session = await phone.newCDPSession(elsewhere);
  const registrationId = await registrationOf(session, origin);
  return async () => {
    await session.send('ServiceWorker.dispatchSyncEvent', {
      origin,
      registrationId,
      tag: UNSENT_TAG,
      lastChance: false,
    });
  };
}

async function registrationOf(session: CDPSession, origin: string): Promise<string> {
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (own !== undefined) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const id = await found;
  assert(id !== '', 'a registration has a name');
  return id;
}
