import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RowId } from '#domain/scalars.ts';
import { MAX_DEFERRED } from '#server/sync/apply-segment.ts';
import { bodyOf, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const close = (item: RowId) => ({ name: 'itemClose', args: { id: item } }) as const;
const statusOf = (phone: TestPhone, id: RowId, kind = 'item') => bodyOf<{ status: string }>(phone, kind, id)?.status;

describe('plans that wait', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  test('8.5 those that wait for ever keep no other from being tried again, and of one phone there are only so many', async () => {
    const [flood, organiser, other] = [
      await server.enrolled('organiser'),
      await server.enrolled('organiser'),
      await server.enrolled('organiser'),
    ];
    // All of them wait for the one phone whose entries the honest plan waits for too.
    for (let index = 1; index <= MAX_DEFERRED + 3; index += 1) flood.write(close(other.rowId(1_000_000 + index)));
    expect(await flood.settle()).toMatchObject([
      { status: 'deferred', code: 'waitsForEntry', to: MAX_DEFERRED + 1 },
      { status: 'rejected', code: 'notFound', from: MAX_DEFERRED + 2 },
    ]);
    const item = writeItem(other, 'Rice');
    organiser.write(close(item));
    expect(await organiser.settle()).toMatchObject([{ status: 'deferred', code: 'waitsForEntry' }]);
    await other.settle();
    expect(statusOf(other, item)).toBe('closed');
  });

  test('8.5 an entry that came and made nothing lets nobody wait on', async () => {
    const [organiser, other] = [await server.enrolled('organiser'), await server.enrolled('organiser')];
    const number = organiser.write(close(other.rowId(2)));
    await organiser.settle();
    other.write(close('nothing' as RowId));
    await other.settle();
    const round = await organiser.sync({ request: { asked: [number] } });
    expect(round).toMatchObject({ body: { outcomes: [{ from: number, status: 'rejected', code: 'notFound' }] } });
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
    expect(statusOf(third, run, 'run')).toBe('cancelled');
  });
});
