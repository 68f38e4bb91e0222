import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Args } from '#domain/mutators.ts';
import type { NoticeBody } from '#domain/notice.ts';
import type { ContactBody } from '#domain/people.ts';
import type { RowId } from '#domain/scalars.ts';
import { noticeMark } from '#protocol/notice-mark.ts';
import { rowJson } from '#protocol/row-json.ts';
import { sha256 } from '#server/auth/node-crypto.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { bodyOf } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let organiser: TestPhone;
let dauren: TestPhone;

beforeEach(async () => {
  server = await startTestServer();
  organiser = await server.enrolled('organiser', 'Aigerim');
  dauren = await server.enrolled('driver', 'Dauren');
  await organiser.settle();
});
afterEach(() => server.stop());

const fields = (title: string): Args<'noticeCreate'>['fields'] => ({
  topic: 'road',
  texts: [{ language: 'ru', title, text: '' }],
  phone: null,
  chats: [],
  until: null,
  isPinned: false,
  affects: null,
});

/** Long enough for the server to tell anew when a device was heard. */
const awhile = () => server.clock.move(6 * 60_000);

/** Whether organisers know that Dauren's phone holds the notice as the organiser has it. */
async function isKnownThere(notice: RowId): Promise<boolean> {
  await organiser.settle();
  const held = bodyOf<ContactBody>(organiser, 'contact', dauren.device as string as RowId)?.notices ?? [];
  const body = bodyOf<NoticeBody>(organiser, 'notice', notice);
  return body !== undefined && held.includes(noticeMark(sha256, notice, rowJson('notice', body)));
}

async function published(title: string): Promise<RowId> {
  const notice = organiser.rowId(organiser.write({ name: 'noticeCreate', args: { fields: fields(title) } }));
  await organiser.settle();
  return notice;
}

describe('8.17 which notices a phone holds', () => {
  test('it is known only when the phone has given back a cursor beyond it, and not when it was merely answered', async () => {
    const notice = await published('Bridge closed');
    expect(await isKnownThere(notice)).toBe(false);
    awhile();
    await dauren.sync();
    expect(await isKnownThere(notice)).toBe(false);
    awhile();
    await dauren.sync();
    expect(await isKnownThere(notice)).toBe(true);
  });

  test('another wording is another notice, until the phone has that', async () => {
    const notice = await published('Bridge closed');
    awhile();
    await dauren.settle();
    awhile();
    await dauren.settle();
    expect(await isKnownThere(notice)).toBe(true);
    organiser.write({ name: 'noticeAmend', args: { id: notice, fields: fields('Bridge open again') } });
    awhile();
    await organiser.settle();
    expect(await isKnownThere(notice)).toBe(false);
    await dauren.settle();
    awhile();
    await dauren.settle();
    expect(await isKnownThere(notice)).toBe(true);
  });

  test('of a coordinator’s phone nothing is said: it is told of no notice', async () => {
    await published('Bridge closed');
    const marat = await server.enrolled('coordinator', 'Marat');
    awhile();
    await marat.settle();
    await organiser.settle();
    expect(bodyOf<ContactBody>(organiser, 'contact', marat.device as string as RowId)?.notices).toEqual([]);
  });

  test('a phone that lost its memory and begins anew is not believed to hold it', async () => {
    const notice = await published('Bridge closed');
    await dauren.settle();
    awhile();
    await dauren.settle();
    expect(await isKnownThere(notice)).toBe(true);
    awhile();
    await dauren.sync({ request: { cursor: null } });
    expect(await isKnownThere(notice)).toBe(false);
  });
});
