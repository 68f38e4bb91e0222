import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import type { Cells } from '#domain/import/cells.ts';
import type { ImportKind } from '#domain/import/fields.ts';
import { guessColumns } from '#domain/import/guess-mapping.ts';
import { importInto, planInto } from '#test/support/import-into.ts';
import { openMemoryBranch, type MemoryBranch } from '#test/support/memory-branch.ts';

/** Few words for each column, so that lines meet, and some that are wrong or empty. */
const PLACES = ['Bridge', 'School', 'bridge ', '7', ''];
const ITEMS = ['Tea', 'Soup', ''];
const FILES: Readonly<Record<ImportKind, Readonly<Record<string, readonly string[]>>>> = {
  checkpoints: {
    Name: ['Bridge', 'School', 'Mill', 'bridge', ''],
    Number: ['1', '2', '3', '7', '007', 'x'],
    District: ['East', ''],
    Phone: ['+7 701 000 00 01', '', 'ask'],
  },
  people: { Volunteer: ['Anna', 'Oleg', 'anna', 'Ann', ''], Phone: ['+7 701 000 00 01', '8 701 000 00 01', '', '12'] },
  availability: {
    Volunteer: ['Anna', 'anna', 'Oleg', 'Nobody'],
    Window: ['Breakfast', '07:00-09:00', '—', 'Supper', ''],
    'Day of the week': ['1', 'Mon-Fri', 'сб, вс', '', 'never'],
    Date: ['', '', '2026-12-01', '2026-12-02', '2020-01-01'],
    Kitchen: ['Canteen', '', 'Nowhere'],
  },
  needs: {
    Place: PLACES,
    Window: ['Breakfast', '11:00-11:30', '08:45-09:15;11:00-11:30', ''],
    Date: ['', '2026-12-01', '1.1.2020'],
    Heads: ['20', '30', '', 'many'],
    Item: ITEMS,
    Unit: ['portion', ''],
  },
  grid: {
    Place: PLACES,
    '2026-12-01': ['08:45-09:15;11:00-11:30', '08:45-09:15', '', '-', 'later'],
    '2026-12-02': ['11:00-11:30', '', 'x'],
    '2020-01-01': ['11:00-11:30', ''],
  },
  runs: {
    Date: ['2026-12-01', '2026-12-02', '', '1.1.2020'],
    Run: ['North', 'South', 'north', ''],
    Window: ['Breakfast', '07:00-09:00', '', 'Supper'],
    Driver: ['Anna', 'Oleg', '', 'Nobody'],
    Place: PLACES,
    Item: ITEMS,
    Unit: ['portion', ''],
    Amount: ['5', '2,5', '', 'x'],
  },
  pastRuns: {
    Date: ['2026-01-01', '2026-01-02', '2027-01-01'],
    Run: ['North', 'South', ''],
    Place: PLACES,
    Item: ITEMS,
    Unit: ['portion', ''],
    Amount: ['5', '2,5', '', 'x'],
  },
};

/** What a person says for all lines of a grid; in other files it stands in the columns. */
const FOR_ALL = { headcountForAll: '20', itemForAll: 'Tea', unitForAll: 'portion' };

function fileOf(kind: ImportKind): fc.Arbitrary<Cells> {
  const columns = FILES[kind];
  const row = fc.tuple(...Object.values(columns).map((words) => fc.constantFrom(...words)));
  return fc.array(row, { minLength: 1, maxLength: 25 }).map((rows) => [Object.keys(columns), ...rows]);
}

/** Anna, Oleg, breakfast, a canteen and a place: what a file may name. */
function aBranch(): MemoryBranch {
  const branch = openMemoryBranch();
  for (const name of ['Anna', 'Oleg']) branch.mutate({ name: 'memberAdd', args: { name, phone: null } });
  const window = { name: 'Breakfast', startMinute: 420, endMinute: 540 };
  branch.mutate({ name: 'mealWindowCreate', args: { fields: window } });
  const place = { otherNames: null, landmark: '', phone: null, position: null };
  branch.mutate({ name: 'kitchenCreate', args: { fields: { ...place, name: 'Canteen' } } });
  branch.mutate({
    name: 'checkpointCreate',
    args: { fields: { ...place, name: 'Old post', code: '7', district: '' } },
  });
  return branch;
}

describe('a file that was broken off is completed, and brought in once more changes nothing', () => {
  const seen = new Map<ImportKind, number>();
  afterAll(() => {
    for (const kind of Object.keys(FILES)) expect(seen.get(kind as ImportKind) ?? 0, kind).toBeGreaterThan(30);
  });

  test.each(Object.keys(FILES) as ImportKind[])('%s', (kind) => {
    fc.assert(
      fc.property(fileOf(kind), fc.nat({ max: 12 }), (cells, stopAfter) => {
        const branch = aBranch();
        const changes = { ...guessColumns(cells, kind, 1), ...FOR_ALL };
        const { steps } = importInto(branch, cells, { changes, stopAfter });
        importInto(branch, cells, { changes });
        seen.set(kind, (seen.get(kind) ?? 0) + steps.length);
        expect(planInto(branch, cells, changes).steps).toEqual([]);
      }),
    );
  });
});
