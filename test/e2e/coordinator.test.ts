import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { expect, type Page } from '@playwright/test';

import { assert } from '#lib/assert.ts';
import { numberToDay } from '#domain/days.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import { testPhone, type TestPhone } from '#test/support/test-phone.ts';
import { amount, delivery, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';
import { commandProgram } from '#test/support/tested-programs.ts';

import { ORGANISERS_NEED } from './looks/dress.ts';
import { coordinatorPlaces } from './looks/routes.ts';
import { faultsOf } from './looks/walk.ts';
import { type Branch, openBranch } from './support/branch.ts';
import { joinAs, newPhone, untilSetHeld } from './support/phone.ts';
import { test } from './support/story.ts';

const OFFSET_MS = 300 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const DAY: Day = numberToDay(Math.floor((Date.now() + OFFSET_MS) / DAY_MS));

test.setTimeout(240_000);

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

/** What an operator types beside the running server; gives the secret of the link that is printed. */
async function command(name: 'branch' | 'invite', ...options: readonly string[]): Promise<string> {
  const { server } = branch;
  const env = { ...process.env, DATA_DIR: server.folder, HOST: 'localhost', PORT: new URL(server.address).port };
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [commandProgram(name), ...options], { env });
  const secret = /\/enrol#(\w{12})/.exec(stdout)?.[1];
  assert(secret !== undefined, `the command prints a link: ${stdout}`);
  return secret;
}

/** Tea is needed at two places, and a run of somebody goes to the first. */
async function plan(organiser: TestPhone, name: string): Promise<void> {
  const tea = writeItem(organiser, 'Tea');
  const fields = { name: 'Breakfast', startMinute: 420, endMinute: 540 };
  const window = organiser.rowId(organiser.write({ name: 'mealWindowCreate', args: { fields } }));
  const places = [1, 2].map((code) => writeCheckpoint(organiser, String(code), `${name} post ${code}`));
  const perHead = [{ item: tea, count: 500 as Count }];
  for (const checkpoint of places) {
    const now = { headcount: 20, perHead, priority: 'usual' } as const;
    organiser.write({ name: 'dayRequirementSet', args: { checkpoint, window, on: DAY, was: null, now } });
  }
  const [first = '' as RowId] = places;
  const stops = [{ checkpoint: first, lines: [amount(tea, 10)] }];
  const driver = organiser.me().member;
  const run = organiser.rowId(
    organiser.write({
      name: 'runPlan',
      args: { label: 'Secret run', on: DAY, window, kitchen: null, driver, stops },
    }),
  );
  organiser.write({ name: 'runDepart', args: { run, loaded: [] } });
  organiser.write(delivery(first, tea, { run, stop: 0, window, on: DAY, note: 'Secret note' }));
  await organiser.settle();
}

const section = (page: Page, name: string) => page.getByRole('region', { name: new RegExp(name) });

/** One notice for all, a vehicle to the other branch, a link for a driver. */
async function actInBranches(page: Page, serik: TestPhone): Promise<void> {
  await page.getByRole('button', { name: 'Notice for branches' }).click();
  await page.getByLabel('Heading, English').fill('Snow storm');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The notice is in the branches now.' })).toBeVisible();
  await section(page, 'Zerendi')
    .getByRole('button', { name: /keeps food hot/ })
    .click();
  await page.getByRole('button', { name: 'Lend it' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The vehicle is lent.' })).toBeVisible();
  await expect(section(page, 'Burabay district').getByRole('button', { name: /keeps food hot/ })).toBeVisible();
  for (const organiser of [branch.organiser, serik]) {
    await organiser.settle();
    expect([...organiser.rows.values()].filter(({ kind }) => kind === 'notice')).toHaveLength(1);
  }
  await section(page, 'Burabay district').getByRole('button', { name: 'Invite a driver' }).click();
  await page.getByRole('button', { name: 'Make the link' }).click();
  await expect(page.getByText(/\/enrol#\w{12}$/)).toBeVisible();
}

test('the operator opens a second branch and makes a coordinator, who sees the totals and gaps of both and nobody’s name, with no network too; and has something done in them', async ({
  browser,
}) => {
  await plan(branch.organiser, 'Lake');
  const capacity = { count: 60_000 as Count, unit: 'portion' };
  const fields = { name: 'Hidden van', registration: 'Hidden 03', capacity, keepsHot: true, driver: null };
  branch.organiser.write({ name: 'vehicleCreate', args: { fields } });
  await branch.organiser.settle();
  const secret = await command('branch', '--name', 'Burabay');
  const serik = testPhone((path, init) => fetch(`${branch.server.address}${path}`, init), { now: () => Date.now() });
  assert((await serik.enrol(secret, 'Serik Hidden')).ok, 'the first organiser of the branch joins');
  await plan(serik, 'Forest');

  const context = await newPhone(browser);
  const page = await context.newPage();
  await joinAs(page, `${branch.wire.address}/enrol#${await command('invite', '--role', 'coordinator')}`, 'Marat');
  for (const [name, place] of [
    ['Zerendi', 'Lake post 2'],
    ['Burabay', 'Forest post 2'],
  ] as const) {
    await expect(section(page, name).getByText('Portions: 40 needed · 20 covered · 20 delivered')).toBeVisible();
    await expect(section(page, name).getByText('Gaps: 1')).toBeVisible();
    await expect(section(page, name).getByText(place)).toBeVisible();
  }
  await expect(page.getByText(/Secret|Hidden|Aigul/)).toHaveCount(0);

  // What a branch does later comes by itself, and stays when the network goes.
  serik.write({ name: 'branchAmend', args: { name: 'Burabay district', utcOffsetMinutes: 300 } });
  await serik.settle();
  await page.reload();
  await expect(section(page, 'Burabay district')).toBeVisible();
  await untilSetHeld(page, 'organiser');
  await context.setOffline(true);
  await page.reload();
  await expect(section(page, 'Burabay district').getByText('Missing: Tea 10 l')).toBeVisible();
  await expect(section(page, 'Zerendi').getByText('Missing: Tea 10 l')).toBeVisible();
  await context.setOffline(false);
  await actInBranches(page, serik);
  await page.getByRole('button', { name: 'Close', exact: true }).click();

  const faults = await faultsOf(page, {
    address: branch.wire.address,
    places: coordinatorPlaces,
    ...ORGANISERS_NEED,
  });
  expect(faults).toEqual([]);
});
