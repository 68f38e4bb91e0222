import { expect, test } from 'vitest';

import { type MapColours, mapStyle } from '#screens/common/map/map-style.ts';

const COLOURS: MapColours = {
  land: 'rgb(1, 1, 1)',
  water: 'rgb(2, 2, 2)',
  green: 'rgb(3, 3, 3)',
  road: 'rgb(4, 4, 4)',
  building: 'rgb(5, 5, 5)',
  border: 'rgb(6, 6, 6)',
  ink: 'rgb(7, 7, 7)',
};
const styleOf = (layers: readonly string[]) =>
  mapStyle(layers, { source: 'pmtiles://map', colours: COLOURS, language: 'kk' });
const drawnOf = (layers: readonly string[]): readonly string[] =>
  styleOf(layers).layers.flatMap((layer) => ('source-layer' in layer ? [layer['source-layer'] ?? ''] : []));

test('both usual schemas are drawn: land, water, roads and names', () => {
  const protomaps = ['boundaries', 'buildings', 'earth', 'landcover', 'landuse', 'places', 'pois', 'roads', 'water'];
  const openMapTiles = ['boundary', 'building', 'landcover', 'landuse', 'park', 'place', 'transportation', 'water'];
  expect(new Set(drawnOf(protomaps))).toEqual(new Set(protomaps.filter((name) => name !== 'pois')));
  expect(new Set(drawnOf(openMapTiles))).toEqual(new Set(openMapTiles));
  const ids = styleOf(protomaps).layers.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('of a schema that nobody knows every layer is drawn all the same', () => {
  expect(new Set(drawnOf(['hydro', 'streets']))).toEqual(new Set(['hydro', 'streets']));
});

test('a style names nothing that would have to be fetched: no letters, no pictures, one source on this device', () => {
  const style = styleOf(['places', 'roads']);
  expect(style.glyphs).toBeUndefined();
  expect(style.sprite).toBeUndefined();
  expect(style.sources).toEqual({ map: { type: 'vector', url: 'pmtiles://map' } });
  expect(JSON.stringify(style)).not.toMatch(/https?:/);
});
