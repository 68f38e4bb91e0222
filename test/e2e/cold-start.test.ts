import { expect } from '@playwright/test';

import { type TestServer, startServer } from './support/server.ts';
import { test } from './support/story.ts';

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer();
});
test.afterAll(() => server.remove());

test('the server serves the built app, on every route, and says that it is alive', async ({ page, request }) => {
  await page.goto(`${server.address}/some/route`);
  await expect(page.locator('#root')).not.toBeEmpty();
  expect((await request.get(`${server.address}/healthz`)).ok()).toBe(true);
});
