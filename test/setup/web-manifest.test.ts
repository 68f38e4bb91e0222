import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { webManifest } from '../../src/setup/web-manifest.mjs';

const PNG_SIGNATURE = '89504e470d0a1a0a';

const pictures = [
  ...webManifest.icons,
  ...webManifest.screenshots,
  ...webManifest.shortcuts.flatMap(({ icons }) => icons),
];

test.each(pictures)('$src is there, in the size that the manifest names', ({ src, sizes, type }) => {
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

test('the app is the same whatever its address becomes, and its shortcuts and pictures are for hands and for desks', () => {
  expect(webManifest).toMatchObject({ id: '/', start_url: '/', scope: '/', display: 'standalone' });
  expect(webManifest.shortcuts.map(({ url }) => url)).toEqual(['/unplanned', '/unsent']);
  const shapes = webManifest.screenshots.map(({ form_factor: shape }) => shape);
  expect(new Set(shapes)).toEqual(new Set(['narrow', 'wide']));
});

test('a picture before installing is one that Chrome takes: no side beyond 3840, and no longer than 2.3 times its width', () => {
  for (const { sizes } of webManifest.screenshots) {
    const [width = 0, height = 0] = sizes.split('x').map(Number);
    expect(Math.max(width, height)).toBeLessThanOrEqual(3_840);
    expect(Math.max(width, height) / Math.min(width, height)).toBeLessThanOrEqual(2.3);
  }
});
