import { expect, test } from 'vitest';

import { shapeOf } from '#protocol/shape.ts';
import { allShapes } from '#test/support/all-shapes.ts';
import { fieldsOf } from '#test/support/walk-shape.ts';

const PLACELIKE =
  /lat|lon|lng|position|place|geo|gps|coord|location|whereabouts|altitude|accuracy|heading|speed|track|route/i;

test('SYNC 5: only places have a position: no field of a person, a device, a run or a delivery could hold one', () => {
  const shapes = allShapes();
  const found = [...shapes].flatMap(([name, schema]) =>
    fieldsOf(shapeOf(schema))
      .filter(({ way }) => PLACELIKE.test(way.split('.').at(-1) ?? ''))
      .map(({ way }) => `${name}: ${way}`),
  );
  const ofPlaces = (owner: string, way: string) => ['', '.lat', '.lon'].map((part) => `${owner}: ${way}${part}`);
  expect(found.toSorted()).toEqual(
    [
      ...ofPlaces('row kitchen', 'position'),
      ...ofPlaces('row checkpoint', 'position'),
      ...ofPlaces('row placeContact', 'position'),
      ...['kitchenCreate', 'kitchenAmend', 'checkpointCreate', 'checkpointAmend'].flatMap((name) =>
        ofPlaces(`mutation ${name}`, 'fields.position'),
      ),
    ].toSorted(),
  );
  expect(shapes.size).toBeGreaterThan(50);
});
