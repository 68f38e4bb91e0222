import { describe, expect, test } from 'vitest';

import { importInto, planInto } from '#test/support/import-into.ts';
import { openMemoryBranch, type MemoryBranch } from '#test/support/memory-branch.ts';

describe('a list of volunteers', () => {
  const LIST = [
    ['Имя', 'Телефон'],
    ['Ержан', '+7 701 000 00 01'],
    ['ержан', '8 701 000 00 01'],
    ['Ержан', '+7 702 000 00 02'],
    ['Анна', ''],
    ['', '+7 701 000 00 03'],
    ['Олег', 'спросить у Анны'],
  ];

  test('adds each person once: two of one name are two only by their telephones', () => {
    const branch = openMemoryBranch();
    const before = branch.rows('member').length;
    const plan = importInto(branch, LIST);
    expect(
      branch
        .rows('member')
        .slice(before)
        .map(({ body }) => [body.name, body.phone, body.role]),
    ).toEqual([
      ['Ержан', '+7 701 000 00 01', 'driver'],
      ['Ержан', '+7 702 000 00 02', 'driver'],
      ['Анна', null, 'driver'],
    ]);
    expect(plan.badLines.map(({ line, reasons }) => [line, reasons])).toEqual([
      [3, ['personTwice']],
      [6, ['personMissing']],
      [7, ['phoneWrong']],
    ]);
  });

  test('twice changes nothing, and completes what was broken off', () => {
    const branch = openMemoryBranch();
    importInto(branch, LIST, { stopAfter: 1 });
    importInto(branch, LIST);
    expect(planInto(branch, LIST)).toMatchObject({ steps: [], people: { fresh: [], presentCount: 3 } });
  });

  test('of ten thousand people is looked through at once', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => [`Person ${index}`, `+7 701 ${1_000_000 + index}`]);
    const startedAt = performance.now();
    expect(planInto(openMemoryBranch(), [['Name', 'Phone'], ...many]).steps).toHaveLength(10_000);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});

describe('a list of runs to come', () => {
  const LIST = [
    ['Day', 'Run', 'Window', 'Kitchen', 'Driver', 'Place', 'Item', 'Unit', 'Amount'],
    ['1.12.2026', 'North', 'Breakfast', 'School 3', 'Anna', '7', 'Tea', 'litre', '5'],
    ['1.12.2026', 'North', '07:00-09:00', '', '', 'New post', 'Tea', 'litre', '2,5'],
    ['1.12.2026', 'North', 'Breakfast', '', '', '№ 7', 'Tea', 'litre', '1'],
    ['1.12.2026', 'South', '', '', '', 'Bridge', 'Tea', 'litre', '3'],
    ['1.1.2026', 'South', 'Supper', 'Nowhere', 'Nobody', '', 'Tea', 'litre', 'x'],
    ['1.12.2026', 'West', 'Supper', '', '', 'Bridge', 'Tea', 'litre', '3'],
  ];

  function withPlaces(): MemoryBranch {
    const branch = openMemoryBranch();
    const place = { otherNames: null, landmark: '', phone: null, position: null };
    branch.mutate({
      name: 'mealWindowCreate',
      args: { fields: { name: 'Breakfast', startMinute: 420, endMinute: 540 } },
    });
    branch.mutate({ name: 'kitchenCreate', args: { fields: { ...place, name: 'School 3' } } });
    branch.mutate({
      name: 'checkpointCreate',
      args: { fields: { ...place, name: 'Bridge', code: '7', district: 'D' } },
    });
    branch.mutate({ name: 'memberAdd', args: { name: 'Anna', phone: null } });
    return branch;
  }

  test('plans each run once with its driver, kitchen and window; a number is the place of that number', () => {
    const branch = withPlaces();
    importInto(branch, LIST);
    const places = new Map(branch.rows('checkpoint').map(({ id, body }) => [id, body.name]));
    const members = new Map(branch.rows('member').map(({ id, body }) => [id, body.name]));
    const runs = branch
      .rows('run')
      .map(({ body }) => [
        body.label,
        body.status,
        body.driver === null ? null : members.get(body.driver),
        body.kitchen !== null && body.window !== null,
        body.stops.map(({ checkpoint, lines }) => [places.get(checkpoint), lines.map(({ count }) => count)]),
      ]);
    expect(runs).toEqual([
      [
        'North',
        'planned',
        'Anna',
        true,
        [
          ['Bridge', [6_000]],
          ['New post', [2_500]],
        ],
      ],
      ['South', 'planned', null, false, [['Bridge', [3_000]]]],
    ]);
    expect(planInto(branch, LIST)).toMatchObject({ steps: [], presentRunCount: 2 });
  });

  test('names every line that stays out, with all that is wrong with it', () => {
    const { badLines } = planInto(withPlaces(), LIST);
    expect(badLines.map(({ line, reasons }) => [line, reasons])).toEqual([
      [6, ['dayOver', 'kitchenUnknown', 'driverUnknown', 'placeMissing', 'amountUnclear']],
      [7, ['windowUnknown']],
    ]);
  });

  test('leaves a run alone that is here with other amounts, and says so', () => {
    const branch = withPlaces();
    importInto(branch, LIST);
    const changed = LIST.map((row, index) => (index === 4 ? row.with(8, '30') : row));
    expect(planInto(branch, changed)).toMatchObject({ steps: [], differingRuns: [{ label: 'South', lines: [5] }] });
  });
});

describe('a list of free times', () => {
  const LIST = [
    ['ФИО', 'Время', 'День недели', 'Дата', 'Кухня'],
    ['Анна', 'Завтрак', 'пн-ср, пт', '', 'Школа 3'],
    ['анна', '07:00-09:00', 'вс', '', ''],
    ['Анна', 'Завтрак', '', '01.12.2026', ''],
    ['Анна', '—', '', '02.12.2026', ''],
    ['Анна', 'Завтрак', '', '02.12.2026', ''],
    ['Никто', 'Обед', 'никогда', '01.01.2026', 'Нигде'],
    ['Олег', 'Завтрак', '', '', ''],
    ['Анна', '', '', '', ''],
  ];

  function aBranch(): MemoryBranch {
    const branch = openMemoryBranch();
    for (const name of ['Анна', 'Олег', 'Олег']) branch.mutate({ name: 'memberAdd', args: { name, phone: null } });
    const window = { name: 'Завтрак', startMinute: 420, endMinute: 540 };
    branch.mutate({ name: 'mealWindowCreate', args: { fields: window } });
    const kitchen = { name: 'Школа 3', otherNames: null, landmark: '', phone: null, position: null };
    branch.mutate({ name: 'kitchenCreate', args: { fields: kitchen } });
    return branch;
  }

  test('adds windows by weekdays and days, and names what is wrong with each other line', () => {
    const branch = aBranch();
    const plan = importInto(branch, LIST);
    const [kitchen] = branch.rows('kitchen');
    const [window] = branch.rows('mealWindow');
    expect(branch.rows('availability').map(({ body }) => body)).toMatchObject([
      {
        kitchen: kitchen?.id,
        weekly: [{ window: window?.id, weekdays: [0, 1, 2, 4, 6] }],
        days: [
          { on: '2026-12-01', windows: [window?.id] },
          { on: '2026-12-02', windows: [] },
        ],
      },
    ]);
    expect(plan.badLines.map(({ line, reasons }) => [line, reasons])).toEqual([
      [6, ['awayAndFree']],
      [7, ['personUnknown', 'windowUnknown', 'dayOver', 'weekdayUnclear', 'kitchenUnknown']],
      [8, ['personUnclear']],
      [9, ['windowMissing']],
    ]);
  });

  test('twice changes nothing, in any order, and takes away nothing that somebody said themselves', () => {
    const branch = aBranch();
    importInto(branch, LIST);
    const [row] = branch.rows('availability');
    if (row === undefined) throw new Error('no free times');
    const { member, ...was } = row.body;
    const now = { ...was, weekly: was.weekly.map((one) => ({ ...one, weekdays: [0, 1, 2, 3, 4, 6] })) };
    branch.mutate({ name: 'availabilitySet', args: { member, was, now } });
    const [heading = [], ...lines] = LIST;
    const again = planInto(branch, [heading, ...lines.toReversed()]);
    expect(again.steps).toEqual([]);
    expect(again.freeTimes).toEqual({ fresh: [], presentCount: 1 });
  });
});
