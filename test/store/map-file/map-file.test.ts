import { expect, test } from 'vitest';

import { keepMap, keptMap, removeMap } from '#store/map-file/map-file.ts';
import { readMapHeader } from '#store/map-file/read-map-header.ts';
import { memoryFolder } from '#test/store/support/memory-folder.ts';
import { tinyMap } from '#test/support/tiny-map.ts';

const NOTHING = (): void => undefined;
const file = (bytes: Uint8Array<ArrayBuffer>): File => new File([bytes], 'akmola.pmtiles');
const problemOf = (bytes: Uint8Array<ArrayBuffer>): string => {
  const read = readMapHeader(bytes.slice(0, 127).buffer, bytes.length);
  return read.ok ? 'none' : read.error;
};

test('a map is kept byte for byte, is there again, and goes when it is removed', async () => {
  const { open, names } = memoryFolder();
  expect(await keptMap(open)).toBeNull();
  const steps: number[] = [];
  const kept = await keepMap(file(tinyMap()), { openFolder: open, onProgress: (bytes) => steps.push(bytes) });
  if (!kept.ok) throw new Error(kept.error);
  expect(kept.value.header).toEqual({ bounds: [-180, -85, 180, 85], minZoom: 0, maxZoom: 0 });
  expect(steps).toEqual([tinyMap().length]);
  expect(new Uint8Array((await (await keptMap(open))?.file.arrayBuffer()) ?? [])).toEqual(tinyMap());
  await removeMap(open);
  expect(names()).toEqual([]);
  await removeMap(open);
});

test('what is no map that can be drawn is refused before a byte is kept, each for its own reason', async () => {
  expect(problemOf(tinyMap())).toBe('none');
  expect(problemOf(new TextEncoder().encode('PK a zip of something else'))).toBe('notPmtiles');
  expect(problemOf(new Uint8Array())).toBe('notPmtiles');
  expect(problemOf(tinyMap({ version: 2 }))).toBe('notPmtiles');
  expect([2, 3, 4, 5].map((tileType) => problemOf(tinyMap({ tileType })))).toEqual(Array(4).fill('pictures'));
  expect([0, 6].map((tileType) => problemOf(tinyMap({ tileType })))).toEqual(['unknownTiles', 'unknownTiles']);
  expect(problemOf(tinyMap({ tilePacking: 4 }))).toBe('unknownTiles');
  expect(problemOf(tinyMap().slice(0, 100))).toBe('cutOff');
  expect(problemOf(tinyMap().slice(0, -1))).toBe('cutOff');
  const { open, names } = memoryFolder();
  expect(await keepMap(file(tinyMap({ tileType: 2 })), { openFolder: open, onProgress: NOTHING })).toMatchObject({
    error: 'pictures',
  });
  expect(names()).toEqual([]);
});

test('without room nothing is left behind; the map that was there before stays', async () => {
  const small = memoryFolder(tinyMap().length - 1);
  const options = { openFolder: small.open, onProgress: NOTHING };
  expect(await keepMap(file(tinyMap()), options)).toMatchObject({ error: 'noRoom' });
  expect(small.names()).toEqual([]);
  const enough = memoryFolder(tinyMap().length);
  await keepMap(file(tinyMap()), { ...options, openFolder: enough.open });
  const larger = new Uint8Array(tinyMap().length + 1);
  larger.set(tinyMap());
  expect(await keepMap(file(larger), { ...options, openFolder: enough.open })).toMatchObject({ error: 'noRoom' });
  expect((await keptMap(enough.open))?.file.size).toBe(tinyMap().length);
});

test('a browser that keeps no files says so', async () => {
  const openFolder = (): Promise<never> => Promise.reject(new DOMException('no', 'SecurityError'));
  expect(await keepMap(file(tinyMap()), { openFolder, onProgress: NOTHING })).toMatchObject({ error: 'notPossible' });
  expect(await keptMap(openFolder)).toBeNull();
});
