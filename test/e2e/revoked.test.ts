import { readFile } from 'node:fs/promises';

import { expect } from '@playwright/test';

import { assert } from '#lib/assert.ts';
import type { DeviceBody } from '#domain/people.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { bytesToEntry } from '#protocol/entry.ts';
import { segmentFileSchema } from '#protocol/segment-file.ts';

import { askAxe } from './looks/axe.ts';
import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { openDesk } from './support/desk.ts';
import { deliver, join, newBarePhone, takeRun, unsentOf } from './support/phone.ts';
import { storedStops } from './support/server-file.ts';
import { test } from './support/story.ts';

let branch: Branch;
test.beforeAll(async () => {
  branch = await openBranch();
});
test.afterAll(() => branch.remove());

test('a phone is blocked while it has unsent work: names and plans go, the work stays and can be saved as a file, and an organiser decides what of it counts', async ({
  browser,
}) => {
  const { organiser, server } = branch;
  const { link, member, run } = await awaitDriver(branch, 'Marat', 3);
  const phone = await newBarePhone(browser);
  const page = await phone.newPage();
  await join(page, link);
  await takeRun(page);
  await deliver(page, 1);
  await expect(unsentOf(page, 0)).toBeVisible();
  await phone.setOffline(true);
  await deliver(page, 2);
  await deliver(page, 3);

  await organiser.settle();
  const device = [...organiser.rows.values()].find(
    ({ kind, body }) => kind === 'device' && (body as DeviceBody).member === member,
  );
  assert(device !== undefined, 'organisers know the phones of their drivers');
  organiser.write({ name: 'deviceRevoke', args: { device: device.id } });
  await organiser.settle();
  await phone.setOffline(false);
  await expect(page.getByText('This phone was blocked').first()).toBeVisible();
  await expect(page.getByText('Post 1')).toBeHidden();
  await expect(unsentOf(page, 2)).toBeVisible();
  expect(storedStops(server, run)).toEqual([0]);

  await page.reload();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as file' }).click();
  await expect(page.getByText('File saved.')).toBeVisible();
  const bytes = await readFile(await (await download).path());
  const file = fromBytes(segmentFileSchema, new Uint8Array(bytes));
  assert(file.ok, 'the file has its shape');
  expect(file.value.segment.entries.map((entry) => nameOf(entry))).toEqual(['deliveryRecord', 'deliveryRecord']);
  await expect(unsentOf(page, 2)).toBeVisible();
  await phone.close();

  const desk = await openDesk(browser, branch);
  await desk.getByRole('link', { name: /2\srecords to look at/ }).click();
  const late = desk.getByRole('article', { name: 'Came from a phone after it was blocked' });
  await expect(late).toHaveCount(2);
  expect((await askAxe(desk)).broken).toEqual([]);
  await late.filter({ hasText: 'Post 2' }).getByRole('button', { name: 'Take it in' }).click();
  await late.filter({ hasText: 'Post 3' }).getByRole('button', { name: 'Set aside for good' }).click();
  await expect(desk.getByText('Nothing waits for a decision')).toBeVisible();
  await expect(unsentOf(desk, 0)).toBeVisible();
  expect(storedStops(server, run)).toEqual([0, 1]);
});

function nameOf(entry: Uint8Array): string {
  const read = bytesToEntry(entry);
  return read.ok ? read.value.name : 'unreadable';
}
