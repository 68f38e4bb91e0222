import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { operatorCommand } from '#test/support/operator-command.ts';
import { createTestApp } from '#test/support/test-app.ts';
import { delivery, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const TOKEN = 'a-token-of-the-operator';
const FAR = { incoming: { socket: { remoteAddress: '203.0.113.7', remotePort: 1, remoteFamily: 'IPv4' } } };
const NEAR = { incoming: { socket: { remoteAddress: '::1', remotePort: 1, remoteFamily: 'IPv6' } } };

describe('/metrics is shown', () => {
  const vitals = () => Promise.resolve({ bytes: 1, deviceCount: 2, silentCount: 0, lastBackupAt: null });
  const statusOf = async (token: string | null, headers: Readonly<Record<string, string>>, from: object) =>
    (await createTestApp({ engine: { vitals }, metricsToken: token }).request('/metrics', { headers }, from)).status;

  test.each<readonly [string, number, string | null, Readonly<Record<string, string>>, object]>([
    ['to nobody while there is no token, nor to what a silent proxy on this computer passes on', 404, null, {}, NEAR],
    ['to nobody without the token', 404, TOKEN, {}, NEAR],
    ['to whoever has the token, on this computer', 200, TOKEN, { authorization: `Bearer ${TOKEN}` }, NEAR],
    ['to whoever has the token, from anywhere', 200, TOKEN, { authorization: `Bearer ${TOKEN}` }, FAR],
    ['not with another token', 404, TOKEN, { authorization: `Bearer ${TOKEN}x` }, NEAR],
    ['not with any token while there is none', 404, null, { authorization: 'Bearer null' }, FAR],
  ])('%s (%i)', async (_who, status, token, headers, from) => {
    expect(await statusOf(token, headers, from)).toBe(status);
  });
});

describe('what it says', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({ metricsToken: TOKEN });
  });
  afterEach(() => server.stop());

  const textOf = async (): Promise<string> => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    return (await server.app().request('/metrics', { headers })).text();
  };
  const read = async (): Promise<ReadonlyMap<string, number>> => {
    const text = await textOf();
    const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
    );
  };

  test('is how much was brought and answered, how many phones are silent, how large and how old: and nothing of anybody', async () => {
    const organiser = await server.enrolled('organiser', 'Aigerim');
    const driver = await server.enrolled('driver', 'Dauren');
    const place = writeCheckpoint(organiser, '7', 'Bus station');
    const tea = writeItem(organiser, 'Tea');
    await organiser.settle();
    const before = await read();
    for (let count = 0; count < 3; count += 1) driver.write(delivery(place, tea));
    await driver.settle();
    await server.app().request('/api/sync', { method: 'POST' });
    const after = await read();
    const more = (name: string) => (after.get(`dastarkhan_${name}`) ?? 0) - (before.get(`dastarkhan_${name}`) ?? 0);
    expect([more('sync_batches_total'), more('sync_entries_total')]).toEqual([1, 3]);
    expect(more('requests_total{route="/api/sync",status="401"}')).toBe(1);
    expect(more('requests_total{route="/api/sync",status="200"}')).toBeGreaterThan(0);
    expect(after.get('dastarkhan_line_requests')).toBe(0);
    expect(after.get('dastarkhan_storage_bytes')).toBeGreaterThan(50_000);
    expect(after.has('dastarkhan_last_backup_age_seconds')).toBe(false);

    server.clock.move(DAY_MS + 1);
    await driver.sync();
    const later = await read();
    expect([later.get('dastarkhan_devices'), later.get('dastarkhan_devices_silent')]).toEqual([2, 1]);
    const text = await textOf();
    const { branch } = await server.engine().founding();
    for (const trace of ['Aigerim', 'Dauren', driver.device, organiser.device, branch, 'Bus station'])
      expect(text).not.toContain(trace);
    // Each line is a comment, or a name with a number.
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^{}]+\})? [\d.e+]+)$/);
  });

  test('knows the age of the last backup as soon as there is one', async () => {
    await server.enrolled('organiser', 'Aigerim');
    const folder = await mkdtemp(join(tmpdir(), 'dastarkhan-metrics-'));
    const made = await operatorCommand('backup', ['--to', join(folder, 'a.sqlite')], {
      DATA_DIR: dirname(server.file),
    });
    expect(made.code).toBe(0);
    // The command's clock is the computer's own.
    server.clock.move(Date.now() + 60_000 - server.clock.now());
    const age = (await read()).get('dastarkhan_last_backup_age_seconds') ?? 0;
    expect(age).toBeGreaterThanOrEqual(60);
    expect(age).toBeLessThan(3_600);
    await rm(folder, { recursive: true });
  });
});
