import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PictureRow, Storage } from '#server/storage/port.ts';
import { type Backend, BACKENDS, START_MS } from './support/backends.ts';
import { bytes, id, newBranch, newDevice } from './support/samples.ts';

describe.each(BACKENDS)('%s keeps pictures', (_, start) => {
  let backend: Backend;
  let storage: Storage;
  beforeAll(async () => {
    backend = await start();
    storage = await backend.open();
  }, START_MS);
  afterAll(() => backend.stop(), START_MS);

  const setUp = () => {
    const [branch, other] = [newBranch(), newBranch()];
    const device = newDevice(branch);
    const picture = (photo: string, changes: Partial<PictureRow> = {}): PictureRow => ({
      photo: id(photo),
      device,
      bytes: bytes(1, 2),
      isWhole: false,
      begunAt: 5,
      ...changes,
    });
    const write = (pictures: readonly PictureRow[], to = branch) =>
      storage.transact(to, async (transaction) => {
        for (const one of pictures) await transaction.writePicture(one);
      });
    return { branch, other, device, picture, write };
  };

  test('as they come: the last writing counts, in its own branch, and after a restart', async () => {
    const { branch, other, picture, write } = setUp();
    await write([picture('a'), picture('a', { bytes: bytes(1, 2, 3), isWhole: true })]);
    await write([picture('a', { bytes: new Uint8Array() })], other);
    storage = await backend.reopen();
    const read = (of: typeof branch, photo = 'a') =>
      storage.transact(of, (transaction) => transaction.picture(id(photo)));
    expect(await read(branch)).toEqual(picture('a', { bytes: bytes(1, 2, 3), isWhole: true }));
    expect(await read(other)).toEqual(picture('a', { bytes: new Uint8Array() }));
    expect(await read(branch, 'b')).toBeUndefined();
  });

  test('it tells which of them are whole, and how many a phone has left here', async () => {
    const { branch, other, device, picture, write } = setUp();
    const whole = { isWhole: true };
    await write([picture('b', whole), picture('a', whole), picture('c'), picture('d', { ...whole, begunAt: 4 })]);
    await write([picture('e', { device: newDevice(branch, 'e') })]);
    await write([picture('f', whole)], other);
    await storage.transact(branch, async (transaction) => {
      expect(await transaction.wholePictures(['c', 'b', 'a', 'f', 'x'].map(id))).toEqual([id('a'), id('b')]);
      expect(await transaction.wholePictures([])).toEqual([]);
      expect(await transaction.pictureCount(device, 5)).toEqual({ kept: 4, recent: 3 });
      expect(await transaction.pictureCount(newDevice(branch, 'x'), 5)).toEqual({ kept: 0, recent: 0 });
    });
  });

  test('those that are named go, and those that were begun before; others stay', async () => {
    const { branch, other, picture, write } = setUp();
    await write([picture('a'), picture('b'), picture('c', { begunAt: 4 }), picture('d', { begunAt: 6 })]);
    await write([picture('a'), picture('c', { begunAt: 4 })], other);
    await storage.transact(branch, async (transaction) => {
      await transaction.removePictures([]);
      await transaction.removePictures(['a', 'x'].map(id));
      await transaction.removePicturesBefore(5);
    });
    const left = (of: typeof branch) =>
      storage.transact(of, async (transaction) => {
        const found = [];
        for (const photo of ['a', 'b', 'c', 'd']) found.push((await transaction.picture(id(photo))) !== undefined);
        return found;
      });
    expect(await left(branch)).toEqual([false, true, false, true]);
    expect(await left(other)).toEqual([true, false, true, false]);
  });

  test('what fails leaves them as they were', async () => {
    const { branch, picture, write } = setUp();
    await write([picture('a')]);
    const failing = storage.transact(branch, async (transaction) => {
      await transaction.writePicture(picture('a', { bytes: bytes(9) }));
      await transaction.removePictures([id('a')]);
      throw new Error('no power');
    });
    await expect(failing).rejects.toThrow('no power');
    const kept = await storage.transact(branch, (transaction) => transaction.picture(id('a')));
    expect(kept).toEqual(picture('a'));
  });
});
