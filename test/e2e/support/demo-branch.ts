import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect as expectSoon, type Page } from '@playwright/test';

import { startServer, type TestServer } from './server.ts';

/** A machine that does other work besides is slower than a phone; what should happen is waited for, not slept for. */
export const expect = expectSoon.configure({ timeout: 20_000 });

interface Invite {
  readonly role: 'organiser' | 'driver';
  readonly secret: string;
}

/** The real server with the demonstration's branch: runs of yesterday, today and tomorrow, two drivers, one organiser. */
export interface DemoBranch {
  readonly server: TestServer;
  /** Links that have not been used. */
  readonly organiserLink: string;
  readonly driverLink: string;
  readonly otherDriverLink: string;
}

export async function startDemoBranch(): Promise<DemoBranch> {
  const folder = await mkdtemp(join(tmpdir(), 'dastarkhan-e2e-'));
  const filled = await promisify(execFile)(process.execPath, ['test/e2e/support/fill-demo-branch.ts', folder]);
  const invites = JSON.parse(filled.stdout) as readonly Invite[];
  const server = await startServer({}, folder);
  const [organiser = '', driver = '', otherDriver = ''] = invites.map(
    ({ secret }) => `${server.address}/enrol#${secret}`,
  );
  return { server, organiserLink: organiser, driverLink: driver, otherDriverLink: otherDriver };
}

/** Opens an invitation and joins by it. The page is English, as Playwright's browser asks for. */
export async function joinBy(page: Page, link: string): Promise<void> {
  await page.goto(link);
  const name = page.getByLabel('What should people call you?');
  await expect(name).toBeVisible();
  if ((await name.inputValue()) === '') await name.fill('Saule');
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByRole('button', { name: 'Start' }).click();
}

/** The app is on this phone as a whole: from now on it opens with no network. */
export async function holdApp(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.getRegistration();
        return registration?.active?.state;
      }),
    )
    .toBe('activated');
}

/** How many rows of a kind lie on a phone, by a field of their body. */
export async function countRows(page: Page, kind: string, field: string, value: string): Promise<number> {
  return page.evaluate(
    (asked) =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('dastarkhan');
        opening.onerror = () => reject(new Error('The database did not open'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction(asked.kind).objectStore(asked.kind).getAll();
          reading.onerror = () => reject(new Error('The rows were not read'));
          reading.onsuccess = () => {
            const rows = reading.result as { readonly body: Readonly<Record<string, unknown>> }[];
            opening.result.close();
            resolve(rows.filter(({ body }) => body[asked.field] === asked.value).length);
          };
        };
      }),
    { kind, field, value },
  );
}
