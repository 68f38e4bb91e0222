import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { RowId } from '#domain/scalars.ts';
import { photoHashOf } from '#protocol/bare-jpeg.ts';
import { inviteIdOf, sponsorLinkIdOf } from '#protocol/names.ts';
import { PIECE_BYTES } from '#protocol/photo.ts';
import { readSponsorPage } from '#protocol/sponsor-page.ts';
import { sha256 } from '#server/auth/node-crypto.ts';
import { PICTURES_A_DAY } from '#server/photo/bounds.ts';
import { openSqlite } from '#server/storage/sqlite/open-sqlite.ts';
import { bring, bringAll, pictureOf, show, writePhoto } from '#test/support/photo-requests.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { amount, delivery, idsOf, TODAY, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const SECRET = '7h9k2m4n6p8q0r1s3t5v7w9x1y';
const DAY_MS = 24 * 60 * 60 * 1000;
const PICTURE = pictureOf(80_000);
const TEXT = new Uint8Array(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));

let server: TestServer;
let dana: TestPhone;
let aigul: TestPhone;
let delivered: { readonly delivery: RowId; readonly run: RowId };

beforeEach(async () => {
  server = await startTestServer();
  dana = await server.enrolled('organiser', 'Dana');
  aigul = await server.enrolled('driver', 'Aigul');
  await dana.settle();
  const make = (mutation: Parameters<TestPhone['write']>[0]) => dana.rowId(dana.write(mutation));
  const bread = writeItem(dana, 'Bread');
  const post = writeCheckpoint(dana, '7', 'Post', { district: 'Zerendi' });
  const sponsor = make({ name: 'sponsorCreate', args: { fields: { name: 'Bakery', language: 'kk' } } });
  const days = { from: TODAY, until: TODAY, window: null, district: '', need: null };
  const pledge = make({ name: 'pledgeMake', args: { fields: { sponsor, ...amount(bread, 40), ...days } } });
  dana.write({ name: 'sponsorLinkCreate', args: { id: linkId(), sponsor, expiresAt: null } });
  const run = writeRun(dana, { driver: aigul.me().member, places: [post], item: bread });
  dana.write({ name: 'runLoad', args: { run, lines: [{ pledge, count: amount(bread, 10).count }] } });
  await dana.settle();
  await aigul.settle();
  aigul.write({ name: 'runDepart', args: { run, loaded: [] } });
  const what = { run, stop: 0, lines: [amount(bread, 8)] };
  delivered = { run, delivery: aigul.rowId(aigul.write(delivery(post, bread, what))) };
});
afterEach(() => server.stop());

function linkId(): RowId {
  return sponsorLinkIdOf(sha256, SECRET);
}

/** The photo's row is on the server, and nothing of its picture. */
async function recorded(picture = PICTURE, hash?: string): Promise<RowId> {
  const photo = writePhoto(aigul, delivered, picture, hash);
  await aigul.settle();
  return photo;
}

async function told(phone: TestPhone, name: 'photoRelease' | 'photoWithdraw', photo: RowId): Promise<void> {
  await phone.settle();
  phone.write({ name, args: { photo } });
  await phone.settle();
}

async function sponsorAsks(path: string, asked: object): Promise<Response> {
  return server.app().request(path, { method: 'POST', body: JSON.stringify(asked) });
}

async function photosOfPage(): Promise<readonly string[]> {
  const page = readSponsorPage(await (await sponsorAsks('/api/sponsor', { secret: SECRET })).text());
  return page?.runs.flatMap(({ photos }) => photos) ?? expect.unreachable('the link shows nothing');
}

describe('13.3 a picture comes in pieces', () => {
  test('after its record, from the phone that took it, and is whole when its last byte is there', async () => {
    const photo = writePhoto(aigul, delivered, PICTURE);
    expect(await bring(server, aigul, photo)).toEqual({ received: 0, state: 'later' });
    await aigul.settle();
    expect(await bring(server, aigul, photo)).toEqual({ received: 0, state: 'more' });
    expect(await bring(server, aigul, photo, { piece: PICTURE.slice(0, PIECE_BYTES) })).toEqual({
      received: PIECE_BYTES,
      state: 'more',
    });
    expect(await bringAll(server, aigul, photo, PICTURE)).toEqual({ received: 80_000, state: 'whole' });
    expect(await show(server, dana, photo)).toEqual(PICTURE);
  });

  test('a cut costs what was under way: the server says where to go on, and takes nothing twice or out of order', async () => {
    const photo = await recorded();
    await bring(server, aigul, photo, { piece: PICTURE.slice(0, 30_000) });
    const again = await bring(server, aigul, photo, { piece: PICTURE.slice(0, 30_000) });
    const tooFar = await bring(server, aigul, photo, { offset: 60_000, piece: PICTURE.slice(60_000) });
    expect([again, tooFar]).toEqual([
      { received: 30_000, state: 'more' },
      { received: 30_000, state: 'more' },
    ]);
    await server.restart();
    await bring(server, aigul, photo, { offset: 30_000, piece: PICTURE.slice(30_000, 60_000) });
    const last = { offset: 60_000, piece: PICTURE.slice(60_000) };
    expect(await bring(server, aigul, photo, last)).toEqual({ received: 80_000, state: 'whole' });
    expect(await bring(server, aigul, photo, last)).toEqual({ received: 80_000, state: 'whole' });
  });

  test('nobody brings another’s, and whoever is blocked brings none', async () => {
    const photo = await recorded();
    const piece = PICTURE.slice(0, 9_000);
    const bolat = await server.enrolled('driver', 'Bolat');
    expect(await bring(server, bolat, photo, { piece })).toEqual({ received: 0, state: 'gone' });
    await dana.settle();
    dana.write({ name: 'deviceRevoke', args: { device: aigul.device as string as RowId } });
    await dana.settle();
    expect(await bring(server, aigul, photo, { piece })).toEqual({ received: 0, state: 'gone' });
    expect(await bring(server, server.phone(), photo, { piece })).toBe('unknownDevice');
  });

  test('a server whose backup forgot the phone believes its credential, and waits for its record', async () => {
    const bare = await server.keepCopy();
    const bolat = await server.enrolled('driver', 'Bolat');
    const photo = writePhoto(bolat, delivered, PICTURE);
    await bolat.settle();
    await server.goBackTo(bare);
    expect(await bring(server, bolat, photo)).toBe('unknownDevice');
    expect(await bring(server, bolat, photo, { credential: bolat.credential() })).toEqual({
      received: 0,
      state: 'later',
    });
  });
});

describe('13.4 what is no picture is kept by nobody', () => {
  test.each<[string, Uint8Array, string | undefined]>([
    ['a drawing that is a text', TEXT, undefined],
    ['another picture than was named', PICTURE, photoHashOf(sha256, TEXT)],
  ])('%s', async (_what, bytes, hash) => {
    const photo = await recorded(bytes, hash);
    expect(await bringAll(server, aigul, photo, bytes)).toEqual({ received: 0, state: 'refused' });
    expect(await show(server, dana, photo)).toBe('notFound');
    expect(await bring(server, aigul, photo)).toEqual({ received: 0, state: 'more' });
  });

  test('and more bytes than were promised', async () => {
    const photo = writePhoto(aigul, delivered, PICTURE.slice(0, 20_000), photoHashOf(sha256, PICTURE));
    await aigul.settle();
    expect(await bring(server, aigul, photo, { piece: PICTURE.slice(0, 30_000) })).toMatchObject({ state: 'refused' });
  });
});

test('13.6 a phone brings so many a day, goes on the next day, and its records go on meanwhile', async () => {
  const small = Array.from({ length: PICTURES_A_DAY + 1 }, (_, index) => pictureOf(400, index + 1));
  const photos = small.map((picture) => writePhoto(aigul, delivered, picture));
  await aigul.settle();
  for (const [index, photo] of photos.slice(0, -1).entries())
    expect(await bringAll(server, aigul, photo, small[index] ?? TEXT)).toMatchObject({ state: 'whole' });
  const [last] = photos.slice(-1) as [RowId];
  expect(await bringAll(server, aigul, last, small.at(-1) ?? TEXT)).toEqual({ received: 0, state: 'later' });
  aigul.write({ name: 'runComplete', args: { run: delivered.run } });
  expect(await aigul.settle()).toMatchObject([{ status: 'applied' }]);
  server.clock.move(DAY_MS + 1_000);
  expect(await bringAll(server, aigul, last, small.at(-1) ?? TEXT)).toMatchObject({ state: 'whole' });
});

test('13.6 pictures have a rate of their own: it is no record that waits', async () => {
  const photo = await recorded();
  const answers = [];
  for (let count = 0; count < 170; count += 1) answers.push(await bring(server, aigul, photo));
  expect(answers.filter((answer) => answer === 'tooManyRequests')).toHaveLength(10);
  aigul.write({ name: 'runComplete', args: { run: delivered.run } });
  expect(await aigul.settle()).toMatchObject([{ status: 'applied' }]);
});

describe('13.5 who is shown a picture', () => {
  test('a confirmed organiser; no driver, not even whose it is, and nobody from outside', async () => {
    const photo = await recorded();
    await bringAll(server, aigul, photo, PICTURE);
    const invite = 'abcdefgh2345';
    const expiresAt = server.clock.now() + DAY_MS;
    const args = { id: inviteIdOf(sha256, invite), role: 'organiser', label: '', expiresAt, member: null } as const;
    await dana.settle();
    dana.write({ name: 'inviteCreate', args });
    await dana.settle();
    const waiting = server.phone();
    await waiting.enrol(invite, 'Rustem');
    await waiting.settle();
    expect(await show(server, dana, photo)).toEqual(PICTURE);
    expect(await show(server, aigul, photo)).toBe('notFound');
    expect(await show(server, waiting, photo)).toBe('unknownDevice');
    expect(await show(server, waiting, photo, { credential: waiting.credential() })).toBe('notFound');
    expect(await show(server, server.phone(), photo)).toBe('unknownDevice');
  });

  test('a sponsor of its run, once an organiser has released it and its picture is here', async () => {
    const photo = await recorded();
    await told(dana, 'photoRelease', photo);
    expect(await photosOfPage()).toEqual([]);
    await bringAll(server, aigul, photo, PICTURE);
    const hash = photoHashOf(sha256, PICTURE);
    expect(await photosOfPage()).toEqual([hash]);
    const shown = await sponsorAsks('/api/sponsor/photo', { secret: SECRET, photo: hash });
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(PICTURE);
  });

  test('not before it is released, nor after its delivery was taken back or the photo withdrawn', async () => {
    const photo = await recorded();
    await bringAll(server, aigul, photo, PICTURE);
    const asked = { secret: SECRET, photo: photoHashOf(sha256, PICTURE) };
    const wrong = await answerOf({ secret: SECRET, photo: photoHashOf(sha256, TEXT) });
    expect(wrong).toMatchObject({ status: 404 });
    expect(await answerOf(asked)).toEqual(wrong);
    await told(dana, 'photoRelease', photo);
    expect(await answerOf(asked)).toMatchObject({ status: 200 });
    expect(await answerOf({ ...asked, secret: SECRET.replace('7', '8') })).toEqual(wrong);
    expect(await answerOf({ ...asked, more: '../..', photo: '../../x' })).toEqual(wrong);
    aigul.write({ name: 'deliveryWithdraw', args: { delivery: delivered.delivery, note: '' } });
    await aigul.settle();
    expect(await answerOf(asked)).toEqual(wrong);
  });

  test('no one whose link was withdrawn: it looks like a wrong one', async () => {
    const photo = await recorded();
    await bringAll(server, aigul, photo, PICTURE);
    await told(dana, 'photoRelease', photo);
    dana.write({ name: 'sponsorLinkRevoke', args: { id: linkId() } });
    await dana.settle();
    const asked = { secret: SECRET, photo: photoHashOf(sha256, PICTURE) };
    expect(await answerOf(asked)).toEqual(await answerOf({ ...asked, secret: SECRET.replace('7', '8') }));
  });
});

describe('13.7 a picture goes', () => {
  test('at once when it is withdrawn, and is not taken again', async () => {
    const photo = await recorded();
    await bringAll(server, aigul, photo, PICTURE);
    await told(aigul, 'photoWithdraw', photo);
    expect(await show(server, dana, photo)).toBe('notFound');
    expect(await bring(server, aigul, photo)).toEqual({ received: 0, state: 'gone' });
    await server.restart(async () => expect(await fileHolds(PICTURE)).toBe(false));
  });

  test('thirty days after its day, with the row that names it', async () => {
    const photo = await recorded();
    await bringAll(server, aigul, photo, PICTURE);
    await dana.settle();
    expect(idsOf(dana, 'photo')).toEqual([photo]);
    await server.engine().tidy(server.clock.now() + 30 * DAY_MS);
    expect(await show(server, dana, photo)).toEqual(PICTURE);
    await server.engine().tidy(server.clock.now() + 31 * DAY_MS);
    expect(await show(server, dana, photo)).toBe('notFound');
    await dana.settle();
    expect(idsOf(dana, 'photo')).toEqual([]);
  });
});

async function answerOf(asked: object): Promise<{ readonly status: number; readonly body: string }> {
  const response = await sponsorAsks('/api/sponsor/photo', asked);
  return { status: response.status, body: await response.text() };
}

async function fileHolds(bytes: Uint8Array): Promise<boolean> {
  const database = openSqlite(server.file);
  const row = database.prepare('SELECT count(*) AS count FROM picture WHERE bytes = ?').get(bytes);
  database.close();
  return row?.['count'] !== 0;
}
