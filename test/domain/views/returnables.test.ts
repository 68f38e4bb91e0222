import { describe, expect, test } from 'vitest';

import type { ReturnableCountBody, ReturnableStep } from '#domain/returnable.ts';
import type { RunBody } from '#domain/run.ts';
import type { Day, Line, RowId } from '#domain/scalars.ts';
import { countedSoFar, recount } from '#domain/views/recount.ts';
import { returnablesOfRun } from '#domain/views/returnables-of-run.ts';
import { type IdentifiedCount, standingCounts } from '#domain/views/standing-counts.ts';
import { whereReturnables } from '#domain/views/where-returnables.ts';
import { amount } from '#test/support/breakfast.ts';

const id = (name: string) => name as RowId;
const [thermos, crate, morning, evening, post, clinic] = [
  'thermos',
  'crate',
  'morning',
  'evening',
  'post',
  'clinic',
].map(id) as [RowId, RowId, RowId, RowId, RowId, RowId];

let made = 0;
function count(
  step: ReturnableStep,
  lines: readonly Line[],
  other: Partial<ReturnableCountBody> = {},
): IdentifiedCount {
  made += 1;
  const usual = { run: morning, stop: null, checkpoint: null, on: '2026-01-15' as Day, insteadOf: null, member: null };
  return { id: id(`count${made}`), body: { ...usual, step, lines: [...lines], recordedAt: made, ...other } };
}
const at = (checkpoint: RowId, run: RowId | null = morning) => ({ run, stop: 0, checkpoint });

describe('what is in the car', () => {
  test('what went out and was taken along, without what was left', () => {
    const counts = [
      count('out', [amount(thermos, 4), amount(crate, 2)]),
      count('left', [amount(thermos, 1)], at(post)),
      count('taken', [amount(thermos, 2)], at(clinic)),
    ];
    expect(returnablesOfRun(counts).inCar).toEqual([amount(thermos, 5), amount(crate, 2)]);
  });

  test('more left than was counted out is no debt', () => {
    expect(returnablesOfRun([count('left', [amount(thermos, 2)], at(post))]).inCar).toEqual([]);
  });
});

describe('a recount', () => {
  test('stands in the place of the count that it puts right, as often as it takes', () => {
    const first = count('out', [amount(thermos, 4)]);
    const second = count('out', [amount(thermos, 5)], { insteadOf: first.id });
    const third = count('out', [amount(thermos, 3)], { insteadOf: second.id });
    expect(returnablesOfRun([third, first, second]).out).toEqual([amount(thermos, 3)]);
  });

  test('of two people who put right the same one, the later stands, in whatever order they come', () => {
    const first = count('out', [amount(thermos, 4)]);
    const hers = count('out', [amount(thermos, 5)], { insteadOf: first.id });
    const his = count('out', [amount(thermos, 6)], { insteadOf: first.id });
    expect(standingCounts([first, his, hers])).toEqual([his]);
    expect(standingCounts([hers, his, first])).toEqual([his]);
  });

  test('two who counted by themselves both stand: what they mean together is for people to say', () => {
    const counts = [count('left', [amount(crate, 1)], at(post)), count('left', [amount(crate, 2)], at(post))];
    expect(standingCounts(counts)).toEqual(counts);
  });

  test('a count that names itself, or one that is not here, still stands', () => {
    const alone = count('out', [amount(crate, 1)], { insteadOf: id('unknown') });
    const itself = { ...alone, id: id('itself'), body: { ...alone.body, insteadOf: id('itself') } };
    expect(standingCounts([alone])).toEqual([alone]);
    expect(standingCounts([itself])).toEqual([itself]);
  });
});

describe('somebody says how many there are', () => {
  const leaving = { run: morning, stop: null, checkpoint: null, on: '2026-01-15' as Day, step: 'out' } as const;

  test('the first time it is a count, and nothing at all is none', () => {
    expect(recount([], leaving, [amount(thermos, 4), amount(crate, 0)])).toEqual([
      { ...leaving, lines: [amount(thermos, 4)], insteadOf: null },
    ]);
    expect(recount([], leaving, [amount(thermos, 0)])).toEqual([]);
  });

  test('the same again says nothing new; another number puts the count right', () => {
    const first = count('out', [amount(thermos, 4)]);
    expect(recount([first], leaving, [amount(thermos, 4)])).toEqual([]);
    expect(recount([first], leaving, [])).toEqual([{ ...leaving, lines: [], insteadOf: first.id }]);
  });

  test('after two phones counted, one number stands for both', () => {
    const both = [count('out', [amount(thermos, 4)]), count('out', [amount(thermos, 3)])];
    const elsewhere = count('out', [amount(thermos, 9)], { run: evening });
    const made = recount([...both, elsewhere], leaving, [amount(thermos, 4)]);
    const after = made.map(({ lines, insteadOf, step }) => count(step, lines, { insteadOf }));
    expect(countedSoFar([...both, ...after, elsewhere], leaving)).toEqual([amount(thermos, 4)]);
  });

  test('what was left at one place is not what was left at another, and stays there when the stops are moved', () => {
    const left = [count('left', [amount(crate, 2)], at(post))];
    const there = { ...leaving, step: 'left', stop: 1 } as const;
    expect(countedSoFar(left, { ...there, checkpoint: clinic })).toEqual([]);
    expect(countedSoFar(left, { ...there, checkpoint: post })).toEqual([amount(crate, 2)]);
  });
});

describe('where they are', () => {
  const underWay = new Map<RowId, Pick<RunBody, 'status'>>([[morning, { status: 'underWay' }]]);
  const over = new Map<RowId, Pick<RunBody, 'status'>>([[morning, { status: 'completed' }]]);

  test('on the way, and at the places where they were left', () => {
    const counts = [
      count('out', [amount(thermos, 6)]),
      count('left', [amount(thermos, 1)], at(clinic)),
      count('left', [amount(thermos, 3)], at(post)),
    ];
    expect(whereReturnables(counts, underWay)).toEqual([
      {
        returnable: thermos,
        underWay: 2_000,
        places: [
          { checkpoint: post, count: 3_000 },
          { checkpoint: clinic, count: 1_000 },
        ],
        missing: [],
      },
    ]);
  });

  test('another run fetches them: then they are on that one', () => {
    const runs = new Map<RowId, Pick<RunBody, 'status'>>([...over, [evening, { status: 'underWay' }]]);
    const counts = [
      count('out', [amount(thermos, 2)]),
      count('left', [amount(thermos, 2)], at(post)),
      count('taken', [amount(thermos, 2)], at(post, evening)),
    ];
    expect(whereReturnables(counts, runs)).toMatchObject([{ underWay: 2_000, places: [], missing: [] }]);
  });

  test('what is home again is nowhere else', () => {
    const counts = [count('out', [amount(crate, 4)]), count('back', [amount(crate, 4)])];
    expect(whereReturnables(counts, over)).toEqual([]);
  });

  test('what neither came back nor was left is missing, and the run says where to ask', () => {
    const counts = [count('out', [amount(crate, 4)]), count('back', [amount(crate, 3)])];
    expect(whereReturnables(counts, over)).toMatchObject([{ missing: [{ run: morning, count: 1_000 }] }]);
  });
});
