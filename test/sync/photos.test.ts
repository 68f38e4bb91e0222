import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { RowId } from '#domain/scalars.ts';
import { photoHashOf } from '#protocol/bare-jpeg.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import { photoAnswerSchema, PIECE_BYTES, pictureStandingSchema } from '#protocol/photo.ts';
import { problemResponse } from '#server/http/problem-response.ts';
import { keepPicture, MAX_HELD_PICTURES } from '#store/pictures.ts';
import { photosOfRun } from '#store/queries/photos.ts';
import { pictureStandings } from '#store/queries/picture-standings.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import { sha256 } from '#store/sha256.ts';
import { sendPhotos } from '#sync/send-photos.ts';
import { showPhoto } from '#sync/show-photo.ts';
import { pictureOf } from '#test/support/photo-requests.ts';
import { TODAY } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

import { enrolledPhone, type RealPhone } from './support/real-phone.ts';
import { rowIdOf } from './support/real-plan.ts';

const HOUR = 60 * 60 * 1000;
const RUN = 'run0' as RowId;

let server: TestServer;
let olga: RealPhone;
let dauren: RealPhone;

beforeEach(async () => {
  server = await startTestServer();
  olga = await enrolledPhone(server, 'organiser', 'Olga');
  dauren = await enrolledPhone(server, 'driver', 'Dauren');
});
afterEach(() => server.stop());

/** A photo of four pieces, as the screen takes it: the picture first, then its record. */
async function takes(phone: RealPhone, picture = pictureOf(3 * PIECE_BYTES + 9)): Promise<RowId> {
  const hash = photoHashOf(sha256, picture);
  const kept = await keepPicture(phone.store, hash, Uint8Array.from(picture));
  expect(kept.ok).toBe(true);
  const args = { delivery: 'delivery0' as RowId, run: RUN, on: TODAY, hash, byteCount: picture.length };
  return rowIdOf(phone, await phone.write({ name: 'photoAdd', args }));
}

const send = ({ store, ports }: RealPhone) => sendPhotos(store, ports);
const states = async ({ store }: RealPhone) => (await pictureStandings(store)).map(({ state }) => state);
const asked = ({ wire }: RealPhone) => wire.sentBytes.length;

async function shownTo(phone: RealPhone, photo: RowId) {
  const { store, ports } = phone;
  const hash = photoHashOf(sha256, pictureOf(3 * PIECE_BYTES + 9));
  return showPhoto(store, photo, hash, ports);
}

describe('a picture goes in a lane of its own', () => {
  test('after its record; the phone keeps it until the server has said that all of it is there, and not longer', async () => {
    const photo = await takes(dauren);
    expect(await states(dauren)).toEqual(['waits']);
    const before = asked(dauren);
    expect(await send(dauren)).toBe(0);
    expect(asked(dauren)).toBe(before);
    await dauren.settle();
    expect(await states(dauren)).toEqual(['ready']);
    expect(await shownTo(olga, photo)).toEqual({ type: 'notThere' });
    expect(await send(dauren)).toBe(0);
    expect(await states(dauren)).toEqual([]);
    expect(await shownTo(olga, photo)).toEqual({ type: 'shown', picture: pictureOf(3 * PIECE_BYTES + 9) });
    expect(await photosOfRun(dauren.store, RUN)).toMatchObject([{ id: photo, isHere: false, hasArrived: true }]);
  });

  test('a cut costs one piece: it goes on where the server stands, also after the app was closed', async () => {
    await takes(dauren);
    await dauren.settle();
    dauren.fates.push('arrives', 'lostComing');
    expect(await send(dauren)).toBe(1);
    const again = await dauren.reopen();
    const before = asked(again);
    again.fates.push('lostGoing');
    expect(await send(again)).toBe(1);
    expect(await send(again)).toBe(0);
    // One was told over again that two pieces are there, and two more were sent.
    expect(again.wire.sentBytes.slice(before)).toHaveLength(3);
    expect(await states(again)).toEqual([]);
  });

  test('it stands aside while a record waits to be sent, and is sent after it', async () => {
    await takes(dauren);
    await dauren.settle();
    dauren.fates.push('arrives', 'lostGoing');
    expect(await send(dauren)).toBe(1);
    await dauren.write({ name: 'availabilitySet', args: { member: await memberOf(dauren), was: null, now: null } });
    const before = asked(dauren);
    expect(await send(dauren)).toBe(1);
    expect(asked(dauren)).toBe(before);
    await dauren.settle();
    expect(await send(dauren)).toBe(0);
  });

  test('a record never waits for it: not for one that nobody takes, nor for a network that loses all pictures', async () => {
    await takes(dauren, new Uint8Array(Buffer.from('<svg/>')));
    await takes(dauren);
    await dauren.settle();
    dauren.fates.push('lostGoing');
    expect(await send(dauren)).toBe(2);
    expect(await unsentCount(dauren.store)).toEqual({ unsent: 0, needsYou: 0 });
    expect(await send(dauren)).toBe(0);
    expect(await states(dauren)).toEqual([]);
    expect(await unsentCount(dauren.store)).toEqual({ unsent: 0, needsYou: 0 });
    // Neither is here any more, and only of the one has the server said that it is there.
    const known = await photosOfRun(dauren.store, RUN);
    expect(known.map(({ isHere, hasArrived }) => ({ isHere, hasArrived }))).toEqual([
      { isHere: false, hasArrived: false },
      { isHere: false, hasArrived: true },
    ]);
  });

  test('a server that is too busy is left alone for as long as it asks', async () => {
    await takes(dauren);
    await dauren.settle();
    let tries = 0;
    dauren.wire.stranger = async () => {
      tries += 1;
      return problemResponse('tooManyRequests', { retryAfterSeconds: 40 });
    };
    expect(await send(dauren)).toBe(1);
    dauren.wire.stranger = null;
    const before = asked(dauren);
    expect(await send(dauren)).toBe(1);
    expect([tries, asked(dauren) - before]).toEqual([1, 0]);
    server.clock.move(41_000);
    expect(await send(dauren)).toBe(0);
  });

  test('7.1 an answer that is not the server’s changes nothing', async () => {
    await takes(dauren);
    await dauren.settle();
    dauren.wire.stranger = async () =>
      new Response('<html>Pay here</html>', { headers: { 'content-type': 'text/html' } });
    expect(await send(dauren)).toBe(1);
    // The server's own signature, over another body.
    dauren.wire.stranger = async (path, init) => {
      const answer = fromBytes(photoAnswerSchema, await bytesOf(await server.app().request(path, init)));
      if (!answer.ok) return expect.unreachable('the server answers');
      return cbor(toBytes(photoAnswerSchema, { ...answer.value, body: WHOLE }));
    };
    expect(await send(dauren)).toBe(1);
    expect(await states(dauren)).toEqual(['ready']);
    // What it said of the picture before.
    let said = new Uint8Array();
    dauren.wire.stranger = async (path, init) => {
      said = await bytesOf(await server.app().request(path, init));
      return cbor(said);
    };
    expect(await send(dauren)).toBe(0);
    await takes(dauren, pictureOf(900));
    dauren.wire.stranger = null;
    await dauren.settle();
    dauren.wire.stranger = async () => cbor(said);
    expect(await send(dauren)).toBe(1);
    expect(await states(dauren)).toEqual(['ready']);
    dauren.wire.stranger = null;
    expect(await send(dauren)).toBe(0);
  });
});

describe('a phone forgets a picture', () => {
  test('whose photo was taken away before it was sent', async () => {
    const photo = await takes(dauren);
    await dauren.write({ name: 'photoWithdraw', args: { photo } });
    expect(await states(dauren)).toEqual(['unwanted']);
    await send(dauren);
    expect(await states(dauren)).toEqual([]);
  });

  test('that no record names an hour later: the app was closed between the two', async () => {
    const picture = Uint8Array.from(pictureOf(900));
    await keepPicture(dauren.store, photoHashOf(sha256, picture), picture);
    await send(dauren);
    expect(await states(dauren)).toEqual(['nameless']);
    server.clock.move(HOUR + 1_000);
    await send(dauren);
    expect(await states(dauren)).toEqual([]);
  });

  test('when it is blocked', async () => {
    await takes(dauren);
    const device = (await dauren.store.identity())?.device as string as RowId;
    await olga.settle();
    await olga.write({ name: 'deviceRevoke', args: { device } });
    await olga.settle();
    expect(await dauren.round()).toMatchObject({ trouble: 'revoked' });
    expect(await states(dauren)).toEqual([]);
  });
});

test('a phone keeps so many pictures, and says when there is no room for one more', async () => {
  for (let number = 0; number < MAX_HELD_PICTURES; number += 1)
    expect((await keepPicture(dauren.store, `picture ${number}`, new Uint8Array(9))).ok).toBe(true);
  expect(await keepPicture(dauren.store, 'one more', new Uint8Array(9))).toEqual({
    ok: false,
    error: { code: 'tooMany' },
  });
});

test('the same picture is not taken for a second delivery, unless the first photo was taken away', async () => {
  const photo = await takes(dauren);
  const again = Uint8Array.from(pictureOf(3 * PIECE_BYTES + 9));
  const keepAgain = () => keepPicture(dauren.store, photoHashOf(sha256, again), again);
  expect(await keepAgain()).toEqual({ ok: false, error: { code: 'twice' } });
  await dauren.settle();
  await send(dauren);
  expect(await keepAgain()).toEqual({ ok: false, error: { code: 'twice' } });
  await dauren.write({ name: 'photoWithdraw', args: { photo } });
  expect((await keepAgain()).ok).toBe(true);
});

const WHOLE = toBytes(pictureStandingSchema, { received: 9, state: 'whole' });
const cbor = (bytes: Uint8Array<ArrayBuffer>) =>
  new Response(bytes, { headers: { 'content-type': 'application/cbor' } });
const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

async function memberOf({ store }: RealPhone): Promise<RowId> {
  return (await store.identity())?.member ?? expect.unreachable('the phone is enrolled');
}
