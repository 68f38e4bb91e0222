import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { webManifest } from '../../src/setup/web-manifest.mjs';

const PNG_SIGNATURE = '89504e470d0a1a0a';

test.each(webManifest.icons)('the icon $src is there, in the size that the manifest names', ({ src, sizes, type }) => {
  const bytes = readFileSync(`public${src}`);
  if (type !== 'image/png') {
    expect(bytes.toString()).toContain('<svg');
    return;
  }
  expect(bytes.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE);
  expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
});

test('a phone finds an icon that it may cut, one for its notifications, and one in each size that Chrome asks for', () => {
  expect(webManifest.icons.map(({ purpose }) => purpose)).toEqual(
    expect.arrayContaining(['any', 'maskable', 'monochrome']),
  );
  const sizes = webManifest.icons.filter(({ purpose }) => purpose === 'any').map((icon) => icon.sizes);
  expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512']));
});
