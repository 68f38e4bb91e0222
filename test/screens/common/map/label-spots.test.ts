import { expect, test } from 'vitest';

import { labelSpots } from '#screens/common/map/label-spots.ts';

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
