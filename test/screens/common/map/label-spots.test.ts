import { expect, test } from 'vitest';

import { assert } from '#lib/assert.ts';
import { boxOf, labelSpots } from '#screens/common/map/label-spots.ts';
import { ringsAbout } from '#screens/common/map/rings.ts';

const SHEET = { width: 200, height: 200, letter: 10 };

test('a label stands to the right of its mark, and elsewhere where that would cover a mark or leave the sheet', () => {
  expect(labelSpots([{ text: '12', x: 50, y: 50 }], SHEET)).toEqual([{ x: 62, y: 50, anchor: 'start' }]);
  const beside = labelSpots(
    [
      { text: '12', x: 50, y: 50 },
      { text: '7', x: 68, y: 50 },
    ],
    SHEET,
  );
  expect(beside.map((spot) => spot?.anchor)).toEqual(['end', 'start']);
  expect(labelSpots([{ text: '12', x: 195, y: 50 }], SHEET)[0]?.anchor).toBe('end');
});

test('where there is no room a label is left out, the later one first', () => {
  const crowd = Array.from({ length: 30 }, (_, index) => ({
    text: '1234',
    x: 100 + (index % 3),
    y: 100 + (index % 2),
  }));
  const spots = labelSpots(crowd, SHEET);
  expect(spots.filter((spot) => spot !== undefined).length).toBeLessThan(5);
  expect(spots[0]).toBeDefined();
});

test('a label goes around what a ring says of its distance', () => {
  const [nearest] = ringsAbout({ x: 100, y: 120 }, SHEET, 90);
  const spot = nearest?.spot;
  assert(nearest !== undefined && spot !== undefined, 'the label of the nearest ring is on the sheet');
  expect([nearest.metres, spot]).toEqual([1_000, { x: 100, y: 22, anchor: 'middle' }]);
  const place = { text: 'A7 · 12 km', x: 70, y: 22 };
  expect(labelSpots([place], SHEET)[0]?.anchor).toBe('start');
  const around = labelSpots([place], SHEET, [boxOf('1 km', spot, 12)]);
  expect(around).toEqual([{ x: 70, y: 39.75, anchor: 'middle' }]);
});
