import { expect, test } from 'vitest';

import type { RowId } from '#domain/scalars.ts';
import { metresBetween } from '#domain/views/distance.ts';
import { byDistance, placesSketch, roundKm } from '#domain/views/places-sketch.ts';

const place = (id: string, lat: number, lon: number) => ({
  id: id as RowId,
  position: { lat: Math.round(lat * 1_000_000), lon: Math.round(lon * 1_000_000) },
});
const KITCHEN = place('kitchen', 53.28, 69.38);
const NORTH_EAST = place('northEast', 53.35, 69.52);
const SOUTH = place('south', 53.2, 69.37);
const NOWHERE = { id: 'nowhere' as RowId, position: null };
const SHEET = { width: 300, height: 200, margin: 20 };

test('places lie on the sheet as they lie in the land: north up, east right, and all of them within the margin', () => {
  const { pointsById } = placesSketch([KITCHEN, NORTH_EAST, SOUTH, NOWHERE], SHEET);
  const [kitchen, northEast, south] = [KITCHEN, NORTH_EAST, SOUTH].map(({ id }) => pointsById.get(id));
  if (kitchen === undefined || northEast === undefined || south === undefined) throw new Error('a place is missing');
  expect(northEast.x).toBeGreaterThan(kitchen.x);
  expect(northEast.y).toBeLessThan(kitchen.y);
  expect(south.y).toBeGreaterThan(kitchen.y);
  for (const { x, y } of pointsById.values()) {
    expect(x).toBeGreaterThanOrEqual(20);
    expect(x).toBeLessThanOrEqual(280);
    expect(y).toBeGreaterThanOrEqual(19.999);
    expect(y).toBeLessThanOrEqual(180.001);
  }
  expect(pointsById.has(NOWHERE.id)).toBe(false);
});

test('a length on the sheet is a distance, in both directions alike', () => {
  const { pointsById, unitsPerKm } = placesSketch([KITCHEN, NORTH_EAST, SOUTH], SHEET);
  for (const [one, other] of [
    [KITCHEN, NORTH_EAST],
    [KITCHEN, SOUTH],
    [NORTH_EAST, SOUTH],
  ] as const) {
    const [a, b] = [pointsById.get(one.id), pointsById.get(other.id)];
    const drawn = Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0)) / unitsPerKm;
    const metres = metresBetween(one.position, other.position) ?? 0;
    expect(Math.abs(drawn * 1_000 - metres) / metres).toBeLessThan(0.01);
  }
});

test('one place far from all others stands at the edge on its side, with its distance, and the others stay apart', () => {
  const town = [KITCHEN, NORTH_EAST, SOUTH, place('west', 53.29, 69.2)];
  const far = place('far', 53.28, 76.9);
  const { pointsById, beyondById, unitsPerKm } = placesSketch([...town, far], SHEET);
  const alone = placesSketch(town, SHEET);
  for (const { id } of town) expect(pointsById.get(id)).toEqual(alone.pointsById.get(id));
  expect(unitsPerKm).toBe(alone.unitsPerKm);
  expect([...beyondById.keys()]).toEqual([far.id]);
  expect(pointsById.get(far.id)?.x).toBeCloseTo(280);
  expect(Math.abs(beyondById.get(far.id)?.turn ?? 90)).toBeLessThan(3);
  const metres = metresBetween(far.position, { lat: 53_275_000, lon: 69_360_000 }) ?? 0;
  expect(Math.abs((beyondById.get(far.id)?.metres ?? 0) - metres) / metres).toBeLessThan(0.02);
});

test('places that lie wide apart all over, or two towns of which neither is most, are drawn whole', () => {
  const wide = Array.from({ length: 12 }, (_, index) => place(`wide${index}`, 50 + (index % 4), 66 + index * 0.7));
  const towns = [0, 0.01, 0.02, 3, 3.01, 3.02].map((lon, index) => place(`town${index}`, 53.2, 69 + lon));
  for (const places of [wide, towns, [KITCHEN, place('far', 53.28, 76.9)]]) {
    const { beyondById, pointsById } = placesSketch(places, SHEET);
    expect(beyondById.size).toBe(0);
    expect(pointsById.size).toBe(places.length);
  }
});

test('one place lies in the middle, and none make no sheet that cannot be drawn', () => {
  const { pointsById, unitsPerKm } = placesSketch([KITCHEN], SHEET);
  expect(pointsById.get(KITCHEN.id)).toEqual({ x: 150, y: 100 });
  expect(Number.isFinite(unitsPerKm)).toBe(true);
  expect(placesSketch([NOWHERE], SHEET).pointsById.size).toBe(0);
  expect(placesSketch([KITCHEN], { width: 0, height: 0, margin: 20 }).unitsPerKm).toBeGreaterThan(0);
});

test('a scale is a round number of kilometres', () => {
  expect([100, 45, 19, 7, 0.6].map((units) => roundKm(units, 10))).toEqual([10, 2, 1, 0.5, 0.05]);
});

test('the nearest place first, and what has no position at the end', () => {
  const found = byDistance([NOWHERE, NORTH_EAST, SOUTH, KITCHEN], KITCHEN.position);
  expect(found.map(({ place: { id } }) => id)).toEqual(['kitchen', 'south', 'northEast', 'nowhere']);
  expect(found.map(({ metres }) => metres === undefined)).toEqual([false, false, false, true]);
  expect(byDistance([NORTH_EAST, SOUTH], null).map(({ place: { id } }) => id)).toEqual(['northEast', 'south']);
});
