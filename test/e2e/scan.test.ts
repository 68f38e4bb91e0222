import { expect } from '@playwright/test';

import type { RowId } from '#domain/scalars.ts';
import { runLink } from '#screens/organiser/print/run-link.ts';

import { type Branch, awaitDriver, openBranch } from './support/branch.ts';
import { browserThatSees } from './support/browser-with.ts';
import { join, PHONE } from './support/phone.ts';
import { writeQrVideo } from './support/qr-video.ts';
import { test } from './support/story.ts';

/** A run that this phone has never heard of. */
const ELSEWHERE = 'abcdefghijklmnop.9' as RowId;

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

test('a run sheet held before the phone opens its run with no network; somebody else’s is said to be that', async () => {
  const { link, run } = await awaitDriver(branch, 'Saule', 1);
  const film = test.info().outputPath('sheet.y4m');
  await writeQrVideo(film, runLink(branch.wire.address, run));
  const browser = await browserThatSees(film);
  const phone = await (await browser.newContext(PHONE)).newPage();
  // Whoever has no phone here yet is told what the picture is, and what to do first.
  await phone.goto(runLink(branch.wire.address, run));
  await expect(phone.getByText('This picture opens a run, for organisers and its driver.')).toBeVisible();
  await join(phone, link);
  await expect(phone.getByRole('button', { name: 'I take it' })).toBeVisible();
  await phone.context().setOffline(true);
  await phone.getByRole('link', { name: 'Scan a run sheet' }).click();
  await expect(phone).toHaveURL(runLink(branch.wire.address, run));
  await expect(phone.getByRole('heading', { name: 'Saule’s run' })).toBeVisible();
  await phone.goto(runLink(branch.wire.address, ELSEWHERE));
  await expect(phone.getByText(/^This run is not on this phone/)).toBeVisible();
  await browser.close();
});
