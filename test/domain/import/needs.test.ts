import { describe, expect, test } from 'vitest';

import type { DayRequirementBody } from '#domain/requirement.ts';
import type { Row } from '#domain/rows.ts';
import { importInto, planInto } from '#test/support/import-into.ts';
import { openMemoryBranch, type MemoryBranch } from '#test/support/memory-branch.ts';

const FOR_ALL = { headcountForAll: '20', itemForAll: 'Hot meal', unitForAll: 'portion' };

/** Four sites, each on two lines, five days; as a season's sheet has it. */
const GRID = [
  ['Site', 'District', '01.12.2026', '02.12.2026', '03.12.2026', '04.12.2026', '05.12.2026'],
  ['Bridge', 'North', '08:45-09:15;11:00-11:30', '', '08:45-09:15', '-', ''],
  ['School', 'North', '', '12:00-12:30', '', '', ''],
  ['Clinic', 'South', '8.45 – 9.15', '08:45-09:15', '', '', '23:30-00:30'],
  ['Station', 'South', '', '', '', '', ''],
  ['Bridge', 'North', '11:00-11:30', '08:45-09:15', '', '', ''],
  ['School', 'North', '12:00-12:30', '', '', '', ''],
  ['Clinic', 'South', '', '', '11:00-11:30', '', ''],
  ['Station', 'South', '', '', '', '', '08:45-09:15'],
];

/** "Bridge 01: 08:45–09:15, 11:00–11:30", as the board would show it. */
function board(branch: MemoryBranch): readonly string[] {
  const names = new Map(branch.rows('checkpoint').map(({ id, body }) => [id, body.name]));
  const windows = new Map(branch.rows('mealWindow').map(({ id, body }) => [id, body]));
  const cells = new Map<string, string[]>();
  const ordered = branch.rows('dayRequirement').toSorted((a, b) => start(a, windows) - start(b, windows));
  for (const { body } of ordered) {
    const cell = `${names.get(body.checkpoint) ?? ''} ${body.on.slice(8)}`;
    cells.set(cell, [...(cells.get(cell) ?? []), windows.get(body.window)?.name ?? '']);
  }
  return [...cells].map(([cell, of]) => `${cell}: ${of.join(', ')}`).toSorted();
}

function start(
  { body }: Row<'dayRequirement'>,
  windows: ReadonlyMap<DayRequirementBody['window'], { readonly startMinute: number }>,
): number {
  return windows.get(body.window)?.startMinute ?? 0;
}

describe('a grid of places and days', () => {
  test('is known as one, and gives each place the windows of both its lines, day by day', () => {
    const branch = openMemoryBranch();
    const plan = importInto(branch, GRID, { changes: FOR_ALL });
    expect(plan.badLines).toEqual([]);
    expect(board(branch)).toEqual([
      'Bridge 01: 08:45–09:15, 11:00–11:30',
      'Bridge 02: 08:45–09:15',
      'Bridge 03: 08:45–09:15',
      'Clinic 01: 08:45–09:15',
      'Clinic 02: 08:45–09:15',
      'Clinic 03: 11:00–11:30',
      'Clinic 05: 23:30–00:30',
      'School 01: 12:00–12:30',
      'School 02: 12:00–12:30',
      'Station 05: 08:45–09:15',
    ]);
    expect(plan).toMatchObject({ needs: { freshCount: 11, presentCount: 0 }, lineCount: 8 });
    expect(plan.days).toEqual({ first: '2026-12-01', last: '2026-12-05' });
    expect(branch.rows('checkpoint').map(({ body }) => [body.name, body.district])).toEqual([
      ['Bridge', 'North'],
      ['School', 'North'],
      ['Clinic', 'South'],
      ['Station', 'South'],
    ]);
    expect(branch.rows('mealWindow').map(({ body }) => body.endMinute - body.startMinute)).toEqual([30, 30, 30, 60]);
  });

  test('uses the windows that are here by their times, whatever they are called', () => {
    const branch = openMemoryBranch();
    const fields = { name: 'Second breakfast', startMinute: 525, endMinute: 555 };
    branch.mutate({ name: 'mealWindowCreate', args: { fields } });
    const plan = importInto(branch, GRID, { changes: FOR_ALL });
    expect(plan.windows).toEqual({ fresh: ['11:00–11:30', '12:00–12:30', '23:30–00:30'], presentCount: 1 });
    expect(board(branch)).toContain('Bridge 03: Second breakfast');
  });

  test('twice changes nothing; broken off anywhere, the same file completes it', () => {
    const whole = openMemoryBranch();
    const steps = importInto(whole, GRID, { changes: FOR_ALL }).steps.length;
    expect(planInto(whole, GRID, FOR_ALL).steps).toEqual([]);
    for (let stopAfter = 0; stopAfter <= steps; stopAfter += 1) {
      const branch = openMemoryBranch();
      importInto(branch, GRID, { changes: FOR_ALL, stopAfter });
      importInto(branch, GRID, { changes: FOR_ALL });
      expect(board(branch)).toEqual(board(whole));
      expect(branch.mutationCount()).toBe(steps);
    }
  });

  test('with a cell that cannot be read keeps that line out and says why; days that are over are passed by', () => {
    const grid = [
      ['Site', '01.11.2026', '01.12.2026', '02.12.2026'],
      ['Bridge', 'morning 25:70', '08:45-09:15', 'at 9:00'],
      ['School', '99:99', '08:45-09:15', ''],
    ];
    const plan = planInto(openMemoryBranch(), grid, FOR_ALL);
    expect(plan.badLines.map(({ line, reasons }) => [line, reasons])).toEqual([[2, ['windowUnclear']]]);
    expect(plan).toMatchObject({ needs: { freshCount: 1 }, newLineCount: 1 });
  });

  test('of seventy-six sites on two lines each and forty-seven days is planned at once', () => {
    const heading = ['Site', ...Array.from({ length: 47 }, (_, day) => numericDay(day))];
    const lines = Array.from({ length: 152 }, (_, line) => [
      `Site ${line % 76}`,
      ...Array.from({ length: 47 }, (_, day) => (line < 76 ? '08:45-09:15' : day % 2 === 0 ? '11:00-11:30' : '')),
    ]);
    const plan = planInto(openMemoryBranch(), [heading, ...lines], FOR_ALL);
    expect(plan.needs.freshCount).toBe(76 * 47 + 76 * 24);
    expect(plan).toMatchObject({ badLines: [], lineCount: 152, windows: { fresh: ['08:45–09:15', '11:00–11:30'] } });
  });
});

function numericDay(after: number): string {
  return new Date(Date.UTC(2026, 11, 1 + after)).toISOString().slice(0, 10);
}

describe('a list of needs', () => {
  const LIST = [
    ['Place', 'Meal window', 'Day', 'Heads', 'Item', 'Unit', 'Per head'],
    ['Bridge', 'Breakfast', '', '20', 'Tea', 'litre', '0,5'],
    ['Bridge', 'Breakfast', '', '20', 'Bread', 'piece', '2'],
    ['School', '12:00-13:00', '1.12.2026', '8', 'Tea', 'litre', ''],
    ['School', 'Supper', '', '8', 'Tea', 'litre', ''],
    ['Bridge', 'Breakfast', '', '25', 'Tea', 'litre', '0,5'],
    ['Clinic', 'Breakfast', '1.1.2026', 'many', '', '', ''],
  ];

  function withBreakfast(): MemoryBranch {
    const branch = openMemoryBranch();
    const fields = { name: 'Breakfast', startMinute: 420, endMinute: 540 };
    branch.mutate({ name: 'mealWindowCreate', args: { fields } });
    return branch;
  }

  test('stands for every week, or for the day that a line names; items of one place and window go together', () => {
    const branch = withBreakfast();
    importInto(branch, LIST);
    expect(
      branch.rows('requirement').map(({ body }) => [body.headcounts, body.perHead.map(({ count }) => count)]),
    ).toEqual([
      [
        [20, 20, 20, 20, 20, 20, 20],
        [500, 2_000],
      ],
    ]);
    expect(branch.rows('dayRequirement').map(({ body }) => [body.on, body.headcount, body.perHead.length])).toEqual([
      ['2026-12-01', 8, 1],
    ]);
    expect(planInto(branch, LIST).steps).toEqual([]);
  });

  test('names every line that stays out, with all that is wrong with it', () => {
    const { badLines } = planInto(withBreakfast(), LIST);
    expect(badLines.map(({ line, reasons }) => [line, reasons])).toEqual([
      [5, ['windowUnknown']],
      [6, ['needTwice']],
      [7, ['dayOver', 'headcountUnclear', 'itemMissing', 'unitMissing']],
    ]);
  });
});
