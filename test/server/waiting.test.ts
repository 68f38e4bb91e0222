import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RowId } from '#domain/scalars.ts';
import { bodyOf, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

/** More than one request looks at again. */
const MANY = 1_001;

describe('plans that wait', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  test('8.5 those that wait for ever keep no other from being tried again', async () => {
    const [organiser, other] = [await server.enrolled('organiser'), await server.enrolled('organiser')];
    for (let index = 1; index <= MANY; index += 1) {
      organiser.write({ name: 'itemClose', args: { id: `nobodysdevice000.${index}` as RowId } });
    }
    const item = writeItem(other, 'Rice');
    organiser.write({ name: 'itemClose', args: { id: item } });
    const outcomes = await organiser.settle();
    expect(outcomes).toMatchObject([{ status: 'deferred', code: 'waitsForEntry' }]);
    await other.settle();
    expect(bodyOf<{ status: string }>(other, 'item', item)?.status).toBe('closed');
  });

  test('8.5 what one frees may free another, of a third phone', async () => {
    const [first, second, third] = [
      await server.enrolled('organiser'),
      await server.enrolled('organiser'),
      await server.enrolled('organiser'),
    ];
    const [place, item] = [writeCheckpoint(first, '4', 'School'), writeItem(first, 'Rice')];
    const run = writeRun(second, { driver: null, places: [place], item });
    third.write({ name: 'runCancel', args: { run, reason: '' } });
    for (const phone of [third, second, first, third]) await phone.settle();
    expect(bodyOf<{ status: string }>(third, 'run', run)?.status).toBe('cancelled');
  });
});
