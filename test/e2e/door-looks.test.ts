import { type Browser, type Page, expect } from '@playwright/test';

import { assert } from '#lib/assert.ts';
import type { DeviceBody } from '#domain/people.ts';

import { DRIVERS_NEED, type Needs, ORGANISERS_NEED } from './looks/dress.ts';
import { faultsOfOne } from './looks/walk.ts';
import { type Branch, awaitDriver, invite, openBranch } from './support/branch.ts';
import { join, joinAs, newBarePhone } from './support/phone.ts';
import { test } from './support/story.ts';

test.setTimeout(180_000);

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterAll(() => branch.remove());

/** A phone that has opened the app; `changed` is what its browser does otherwise. */
async function openPhone(browser: Browser, changed?: () => void): Promise<Page> {
  const phone = await newBarePhone(browser);
  if (changed !== undefined) await phone.addInitScript(changed);
  const page = await phone.newPage();
  await page.goto(branch.wire.address);
  return page;
}

/** Looks at one page, which a selector shows to be there. */
async function look(page: Page, name: string, path: string, shows: string, needs: Needs = DRIVERS_NEED): Promise<void> {
  const show = async () => {
    // From elsewhere: a change of what stands after the # loads nothing.
    await page.goto(`${branch.wire.address}/icons/favicon.svg`);
    await page.goto(`${branch.wire.address}${path}`);
    await expect(page.locator(shows).first()).toBeVisible();
  };
  expect(await faultsOfOne(page, { ...needs, name, show })).toEqual([]);
}

test('the door is sound: a new phone, an invitation, and one on a phone that needs none', async ({ browser }) => {
  const { link } = await awaitDriver(branch, 'Nurlan', 1);
  const [, secret = ''] = link.split('#');
  const page = await openPhone(browser);
  await look(page, 'door', '/', 'main button');
  await look(page, 'invitation', `/enrol#${secret}`, 'main input');
  await join(page, link);
  await look(page, 'needs none', `/enrol#${secret}`, 'main button');
});

test('who must wait, or is blocked, is told so on a sound screen', async ({ browser }) => {
  const waiting = await openPhone(browser);
  await joinAs(waiting, await invite(branch, { role: 'organiser', label: '', member: null }), 'Daniyar');
  await look(waiting, 'waiting', '/', 'main button', ORGANISERS_NEED);
  await waiting.context().close();

  const { organiser } = branch;
  const { link, member } = await awaitDriver(branch, 'Marat', 1);
  const blocked = await openPhone(browser);
  await join(blocked, link);
  await organiser.settle();
  const device = [...organiser.rows.values()].find(
    ({ kind, body }) => kind === 'device' && (body as DeviceBody).member === member,
  );
  assert(device !== undefined, 'organisers know the phones of their drivers');
  organiser.write({ name: 'deviceRevoke', args: { device: device.id } });
  await organiser.settle();
  await blocked.reload();
  await expect(blocked.getByText('This phone was blocked').first()).toBeVisible();
  await look(blocked, 'blocked', '/', 'main button');
  await blocked.context().close();
});

test('what went wrong for the whole app is told on sound screens: a crash, no storage, an address without https', async ({
  browser,
}) => {
  const crashed = await openPhone(browser, () => {
    addEventListener('load', () => {
      const fail = () => dispatchEvent(new ErrorEvent('error', { error: new Error('a bug') }));
      // Once there is something that can crash.
      new MutationObserver(() => document.querySelector('h1') !== null && fail()).observe(document.body, {
        childList: true,
        subtree: true,
      });
    });
  });
  await look(crashed, 'crash', '/', 'main p');
  await crashed.context().close();

  const forgetful = await openPhone(browser, () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('no storage here', 'SecurityError');
    };
  });
  await look(forgetful, 'no storage', '/', 'main p');
  await forgetful.context().close();

  const insecure = await openPhone(browser, () => {
    Object.defineProperty(window, 'isSecureContext', { value: false });
  });
  await look(insecure, 'insecure', '/', 'main p');
  await insecure.context().close();
});
