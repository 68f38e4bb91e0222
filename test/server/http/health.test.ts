import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { startEngineThread } from '#server/remote.ts';
import { createTestApp } from '#test/support/test-app.ts';
import { manualTime } from '#test/store/support/manual-timer.ts';

describe('/healthz', () => {
  test('is well when the memory answers', async () => {
    const response = await createTestApp({ engine: { check: () => Promise.resolve() } }).request('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', oldestPushVersion: 1 }]);
  });

  test('asks the engine’s thread: while it lives it is well, and when it is dead it is not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'dastarkhan-health-'));
    const files = {
      database: join(folder, 'dastarkhan.sqlite'),
      revoked: join(folder, 'revoked.txt'),
      erased: join(folder, 'erased.txt'),
    };
    const engine = await startEngineThread(files, () => {});
    const app = createTestApp({ engine });
    expect((await app.request('/healthz')).status).toBe(200);
    await engine.close();
    const dead = await app.request('/healthz');
    expect([dead.status, dead.headers.get('retry-after')]).toEqual([503, '5']);
    await rm(folder, { recursive: true });
  });

  test('does not wait for a memory that does not answer, and asks it once for any number of askers', async () => {
    const time = manualTime(0);
    let askedCount = 0;
    const check = () => {
      askedCount += 1;
      return new Promise<void>(() => {});
    };
    const app = createTestApp({ timer: time.timer, engine: { check } });
    const answers = [1, 2, 3].map(async () => app.request('/healthz'));
    await app.request('/api/none');
    expect(askedCount).toBe(1);
    time.advance(5_000);
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([503, 503, 503]);
    const next = Promise.resolve(app.request('/healthz'));
    await app.request('/api/none');
    time.advance(5_000);
    expect([(await next).status, askedCount]).toEqual([503, 2]);
  });
});
