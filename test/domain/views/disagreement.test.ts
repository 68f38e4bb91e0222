import { beforeEach, expect, test } from 'vitest';

import type { Mutation } from '#domain/mutators.ts';
import { stopsMarkOf } from '#domain/run-plan-fields.ts';
import { contestedRow, type Disagreement, disagreementOf } from '#domain/views/disagreement.ts';
import { assert } from '#lib/assert.ts';
import { bolat, type Breakfast, breakfast, dana, TODAY } from '#test/support/breakfast.ts';
import { sampleNeeds } from '#test/support/sample-needs.ts';
import { granted, handOf, refused } from '#test/support/test-branch.ts';

const saule = handOf('saule', 'organiser');
let morning: Breakfast;
beforeEach(() => {
  morning = breakfast();
});

/** The second organiser's mutation is refused; what they are shown then. */
function disagreed(mutation: Mutation): Disagreement {
  const { branch } = morning;
  expect(branch.does(saule, mutation)).toEqual(refused('changedMeanwhile'));
  const key = contestedRow(mutation);
  assert(key !== undefined, 'somebody can choose');
  const found = disagreementOf(mutation, branch.body(key.kind, key.id));
  assert(found !== undefined, 'there is something to choose');
  return found;
}

test('both versions of what a place needs are shown, and mine can be had after all', () => {
  const { branch, post, window, tea } = morning;
  const { standing } = sampleNeeds(tea);
  const set = (was: typeof standing | null, count: number): Mutation => {
    const now = { ...standing, headcounts: standing.headcounts.map(() => count) };
    return { name: 'requirementSet', args: { checkpoint: post, window, was, now } };
  };
  granted(branch.does(dana, set(null, 30)));
  const { mine, theirs, takeMine } = disagreed(set(null, 25));
  expect(mine).toMatchObject({ type: 'need', headcounts: [25, 25, 25, 25, 25, 25, 25] });
  expect(theirs).toMatchObject({ type: 'need', headcounts: [30, 30, 30, 30, 30, 30, 30] });
  granted(branch.does(saule, takeMine));
  expect(disagreementOf(set(null, 25), branch.body('requirement', contestedRow(takeMine)?.id ?? post))).toBeUndefined();
});

test('a day’s needs and a cancellation too', () => {
  const { branch, post, window, tea } = morning;
  const { amounts } = sampleNeeds(tea);
  const cell = { checkpoint: post, window, on: TODAY };
  granted(branch.does(dana, { name: 'dayRequirementSet', args: { ...cell, was: null, now: amounts } }));
  const fewer = { ...amounts, headcount: 3 };
  expect(disagreed({ name: 'dayRequirementSet', args: { ...cell, was: null, now: fewer } })).toMatchObject({
    mine: { type: 'need', headcounts: [3] },
    theirs: { type: 'need', headcounts: [20] },
  });
  granted(branch.does(dana, { name: 'cancellationSet', args: { ...cell, was: null, now: { reason: 'snow' } } }));
  const other: Mutation = { name: 'cancellationSet', args: { ...cell, was: { reason: 'wind' }, now: null } };
  expect(disagreed(other)).toMatchObject({ mine: { type: 'nothing' }, theirs: { type: 'calledOff', reason: 'snow' } });
});

test('of a run only what both changed is contested: what I left alone stays as it is now', () => {
  const { branch, run } = morning;
  const seen = branch.body('run', run);
  assert(seen !== undefined, 'the story has a run');
  const { label, window, kitchen, driver, stops } = seen;
  const was = { label, window, kitchen, driver, stops: stopsMarkOf(stops) };
  const theirs = { ...was, label: 'North', driver: bolat.member, stops: stops.toReversed() };
  granted(branch.does(dana, { name: 'runAmend', args: { run, was, now: theirs } }));
  const mine: Mutation = { name: 'runAmend', args: { run, was, now: { ...was, stops: stops.slice(1) } } };
  const found = disagreed(mine);
  expect(found.mine).toEqual({
    type: 'run',
    label: 'North',
    window,
    kitchen,
    driver: bolat.member,
    stops: stops.slice(1),
  });
  expect(found.theirs).toMatchObject({ stops: stops.toReversed() });
  granted(branch.does(saule, found.takeMine));
  expect(branch.body('run', run)).toMatchObject({ label: 'North', driver: bolat.member, stops: stops.slice(1) });
});

test('what a kitchen makes, what is in an item and when somebody is free: both versions, and mine after all', () => {
  const { branch, kitchen, window, tea, post } = morning;
  const usual = { halal: 'notKnown', allergens: [], hotHoldMinutes: 240, coolingMinutes: 120 } as const;
  const { member } = bolat;
  assert(member !== null, 'Bolat is somebody');
  const free = { kitchen: null, checkpoint: null, weekly: [], days: [] };
  const each: readonly (readonly [Mutation, Mutation, object, object])[] = [
    [
      { name: 'batchSet', args: { kitchen, window, on: null, was: null, now: { lines: [], readyMinute: 400 } } },
      { name: 'batchSet', args: { kitchen, window, on: null, was: null, now: { lines: [], readyMinute: 380 } } },
      { type: 'batch', readyMinute: 380 },
      { type: 'batch', readyMinute: 400 },
    ],
    [
      { name: 'itemTraitsSet', args: { item: tea, was: null, now: { ...usual, halal: 'yes', allergens: [] } } },
      { name: 'itemTraitsSet', args: { item: tea, was: null, now: { ...usual, halal: 'no', allergens: [] } } },
      { type: 'traits', halal: 'no' },
      { type: 'traits', halal: 'yes' },
    ],
    [
      { name: 'availabilitySet', args: { member, was: null, now: { ...free, checkpoint: post } } },
      { name: 'availabilitySet', args: { member, was: null, now: { ...free, kitchen } } },
      { type: 'free', kitchen },
      { type: 'free', checkpoint: post },
    ],
  ];
  for (const [first, second, mine, theirs] of each) {
    granted(branch.does(dana, first));
    const found = disagreed(second);
    expect(found).toMatchObject({ mine, theirs });
    granted(branch.does(saule, found.takeMine));
    const key = contestedRow(second);
    expect(branch.body(key?.kind ?? 'run', key?.id ?? post)).toMatchObject(
      Object.fromEntries(Object.entries(mine).filter(([name]) => name !== 'type')),
    );
  }
});

test('stops that somebody else moved meanwhile are not moved again: nothing is lost, each is planned once', () => {
  const { branch, run, post, clinic } = morning;
  const seen = branch.body('run', run)?.stops ?? [];
  const move = (index: number): Mutation => {
    const into = { into: null, intoWas: null, label: '', driver: null, reason: '' };
    return { name: 'stopsMove', args: { from: run, fromWas: stopsMarkOf(seen), stops: [index], ...into } };
  };
  const made = granted(branch.does(dana, move(0)));
  expect(branch.does(saule, move(0))).toEqual(refused('changedMeanwhile'));
  const places = [run, made].flatMap((id) => branch.body('run', id)?.stops.map(({ checkpoint }) => checkpoint) ?? []);
  expect(places.toSorted()).toEqual([post, clinic].toSorted());
  expect(contestedRow(move(0))).toBeUndefined();
});

test('there is nothing to choose about other mutations, or about a run that is gone', () => {
  const amend: Mutation = { name: 'runCancel', args: { run: morning.run, reason: '' } };
  expect(contestedRow(amend)).toBeUndefined();
  expect(disagreementOf(amend, undefined)).toBeUndefined();
});
