import { expect, test } from 'vitest';
import { waitFor } from '@testing-library/react';

import { followPhotos } from '#app/photo-lane.ts';
import { browserClock, browserTimer } from '#store/browser-time.ts';
import { readPosition, writeMeta } from '#store/meta.ts';
import { keepPicture, watchPictures } from '#store/pictures.ts';
import { pictureStandings } from '#store/queries/picture-standings.ts';
import { webRandom } from '#sync/web-crypto.ts';
import { driverPhone, row, RUN, runRow, TODAY } from '../screens/support/driver-phone.tsx';

const HASH = 'a'.repeat(52);

test('a try that failed is made again at its time, not at the next change; a photo taken away is swept meanwhile', async () => {
  const { store } = await driverPhone(runRow());
  const { database } = store;
  const move = async (hasMore: boolean) =>
    writeMeta(database, 'position', { ...(await readPosition(database)), hasMore, acknowledgedThrough: 9 });
  await keepPicture(store, HASH, Uint8Array.of(1, 2, 3));
  const args = { delivery: row(20), run: RUN, on: TODAY, hash: HASH, byteCount: 3 };
  expect((await store.mutate({ name: 'photoAdd', args }, 'photo')).ok).toBe(true);
  await move(true);
  const [photo] = await database.photo.toArray();
  if (photo === undefined) return expect.unreachable('the photo is recorded');

  let tries = 0;
  const network = { timer: browserTimer, fetch: () => Promise.reject(new TypeError('no network')) };
  const lock = async <T,>(_name: string, _limitMs: number, held: () => Promise<T>) => {
    tries += 1;
    return { ok: true, value: await held() } as const;
  };
  followPhotos(store, { network, lock, clock: browserClock, random: webRandom });
  const told: (readonly string[])[] = [];
  watchPictures(store, (due) => told.push(due));
  await waitFor(() => expect(tries).toBe(1));
  const toldCount = told.length;
  await move(false);
  await waitFor(() => expect(told.length).toBeGreaterThan(toldCount));
  expect((await store.mutate({ name: 'photoWithdraw', args: { photo: photo.id } }, 'away')).ok).toBe(true);
  await waitFor(async () => expect(await pictureStandings(store)).toEqual([]));
  // The failed one, and the one that swept.
  expect(tries).toBe(2);
});

test('a photo whose record reaches the server during a try that came too early is sent right after it', async () => {
  const { store } = await driverPhone(runRow());
  const { database } = store;
  await keepPicture(store, HASH, Uint8Array.of(1, 2, 3));
  const tries: (() => void)[] = [];
  const network = { timer: browserTimer, fetch: () => Promise.reject(new TypeError('no network')) };
  const lock = async <T,>(_name: string, _limitMs: number, held: () => Promise<T>) => {
    await new Promise<void>((goOn) => tries.push(goOn));
    return { ok: true, value: await held() } as const;
  };
  followPhotos(store, { network, lock, clock: browserClock, random: webRandom });
  const told: (readonly string[])[] = [];
  watchPictures(store, (due) => told.push(due));
  await waitFor(() => expect(tries.length).toBe(1));
  const args = { delivery: row(20), run: RUN, on: TODAY, hash: HASH, byteCount: 3 };
  expect((await store.mutate({ name: 'photoAdd', args }, 'photo')).ok).toBe(true);
  await writeMeta(database, 'position', { ...(await readPosition(database)), acknowledgedThrough: 9 });
  await waitFor(() => expect(told.at(-1)).toEqual([`ready ${HASH}`]));
  tries[0]?.();
  await waitFor(() => expect(tries.length).toBe(2));
  tries[1]?.();
});
