import { beforeEach, describe, expect, test } from 'vitest';

import type { Mutation } from '#domain/mutators.ts';
import { stopsMarkOf } from '#domain/run-plan-fields.ts';
import { contestedRow, disagreementOf } from '#domain/views/disagreement.ts';
import type { KnownRun } from '#domain/views/move-disagreement.ts';
import type { Disagreement } from '#domain/views/plan-version.ts';
import type { RowId } from '#domain/scalars.ts';
import { assert } from '#lib/assert.ts';
import {
  aigul,
  amount,
  bolat,
  type Breakfast,
  breakfast,
  dana,
  place,
  runArgs,
  TODAY,
} from '#test/support/breakfast.ts';
import { sampleNeeds, vehicle } from '#test/support/sample-needs.ts';
import { granted, handOf, refused } from '#test/support/test-branch.ts';

const saule = handOf('saule', 'organiser');
let morning: Breakfast;
beforeEach(() => {
  morning = breakfast();
});

/** All runs that there are. */
function runsNow(): readonly KnownRun[] {
  return [...morning.branch.rows.values()].filter((row) => row.kind === 'run');
}

/** Takes mine, as one tap does. */
function taken({ takeMine }: Disagreement): void {
  for (const mutation of takeMine) granted(morning.branch.does(saule, mutation));
}

/** The second organiser's mutation is refused; what they are shown then. */
function disagreed(mutation: Mutation): Disagreement {
  const { branch } = morning;
  expect(branch.does(saule, mutation)).toEqual(refused('changedMeanwhile'));
  const key = contestedRow(mutation);
  assert(key !== undefined, 'somebody can choose');
  const found = disagreementOf(mutation, branch.body(key.kind, key.id), runsNow());
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
  const found = disagreed(set(null, 25));
  const { mine, theirs } = found;
  expect(mine).toMatchObject({ type: 'need', headcounts: [25, 25, 25, 25, 25, 25, 25] });
  expect(theirs).toMatchObject({ type: 'need', headcounts: [30, 30, 30, 30, 30, 30, 30] });
  taken(found);
  const key = contestedRow(set(null, 25));
  expect(disagreementOf(set(null, 25), branch.body('requirement', key?.id ?? post), [])).toBeUndefined();
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
  taken(found);
  expect(branch.body('run', run)).toMatchObject({ label: 'North', driver: bolat.member, stops: stops.slice(1) });
});

test('what a kitchen makes, what is in an item, when somebody is free and what a car carries: both versions, and mine after all', () => {
  const { branch, kitchen, window, tea, post } = morning;
  const usual = { halal: 'notKnown', allergens: [], hotHoldMinutes: 240, coolingMinutes: 120 } as const;
  const { member } = bolat;
  assert(member !== null, 'Bolat is somebody');
  const free = { kitchen: null, checkpoint: null, weekly: [], days: [] };
  const van = granted(branch.does(dana, { name: 'vehicleCreate', args: { fields: vehicle(null) } }));
  const seenVan = branch.body('vehicle', van);
  assert(seenVan !== undefined, 'there is a van');
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
    [
      { name: 'vehicleClose', args: { id: van } },
      { name: 'vehicleAmend', args: { id: van, was: seenVan, now: vehicle(member) } },
      { type: 'vehicle', driver: member, status: 'open' },
      { type: 'vehicle', driver: null, status: 'closed' },
    ],
  ];
  for (const [first, second, mine, theirs] of each) {
    granted(branch.does(dana, first));
    const found = disagreed(second);
    expect(found).toMatchObject({ mine, theirs });
    taken(found);
    const key = contestedRow(second);
    expect(branch.body(key?.kind ?? 'run', key?.id ?? post)).toMatchObject(
      Object.fromEntries(Object.entries(mine).filter(([name]) => name !== 'type')),
    );
  }
});

describe('stops that one wanted to move, and somebody else had moved or changed meanwhile', () => {
  /** Some of the run's stops as they stand at first, to somebody new or into a run. */
  const mover = () => {
    const { run } = morning;
    const seen = stopsOf(run);
    return (indexes: readonly number[], driver: RowId | null, into: RowId | null = null): Mutation => {
      const stops = seen.filter((_, index) => indexes.includes(index));
      return {
        name: 'stopsMove',
        args: { from: run, stops, into, label: into === null ? 'Mine' : '', driver, reason: '' },
      };
    };
  };
  const stopsOf = (run: RowId) => morning.branch.body('run', run)?.stops ?? [];
  /** All places of runs that are to be driven, as often as somebody is to go there. */
  const planned = () =>
    runsNow().flatMap(({ body }) => (body.status === 'planned' ? body.stops.map(({ checkpoint }) => checkpoint) : []));

  test('are shown where they stand and where they were wanted, and one tap brings them there: each is planned once', () => {
    const { branch, run, post, clinic } = morning;
    const move = mover();
    const theirs = granted(branch.does(dana, move([0], bolat.member)));
    const found = disagreed(move([0, 1], aigul.member));
    const [first, second] = [stopsOf(theirs), stopsOf(run)];
    expect(found.mine).toMatchObject({
      type: 'run',
      label: 'Mine',
      driver: aigul.member,
      stops: [...second, ...first],
    });
    expect(found.theirs).toMatchObject({
      type: 'runs',
      runs: [{ stops: second }, { label: 'Mine', driver: bolat.member, stops: first }],
    });
    taken(found);
    expect(planned().toSorted()).toEqual([post, clinic].toSorted());
    expect(runsNow().filter(({ body }) => body.status === 'planned' && body.driver === aigul.member)).toHaveLength(2);
  });

  test('go with the amounts that they have now, and what was taken off is planned again, into the run that was meant', () => {
    const { branch, run, post, clinic, tea, window } = morning;
    const move = mover();
    const args = runArgs({ label: 'West', window, stops: [{ checkpoint: clinic, lines: [amount(tea, 1)] }] });
    const west = granted(branch.does(dana, { name: 'runPlan', args }));
    const bridge = granted(branch.does(dana, { name: 'checkpointCreate', args: { fields: place('Bridge', '19') } }));
    const body = branch.body('run', run);
    assert(body !== undefined, 'the story has a run');
    const { label, kitchen, driver, stops } = body;
    const was = { label, window, kitchen, driver, stops: stopsMarkOf(stops) };
    const [, atClinic] = stops;
    assert(atClinic !== undefined, 'the run goes to two places');
    const more = { checkpoint: clinic, lines: [amount(tea, 44)] };
    const now = { ...was, stops: [more, { checkpoint: bridge, lines: [] }] };
    granted(branch.does(dana, { name: 'runAmend', args: { run, was, now } }));
    const found = disagreed(move([0, 1], null, west));
    expect(found.theirs).toMatchObject({ type: 'runs', runs: [{ stops: [more] }] });
    taken(found);
    expect(stopsOf(run)).toEqual([{ checkpoint: bridge, lines: [] }]);
    expect(stopsOf(west)).toEqual([
      { checkpoint: clinic, lines: [amount(tea, 45)] },
      { checkpoint: post, lines: stops[0]?.lines },
    ]);
    const gone = disagreementOf(move([0, 1], null, west), branch.body('run', run), runsNow());
    expect(gone, 'all stand where they were wanted').toBeUndefined();
  });

  test('and that nobody plans any more are planned anew, or stay away', () => {
    const { branch, run, clinic } = morning;
    const move = mover();
    const seen = stopsOf(run);
    granted(branch.does(dana, move([0], null)));
    for (const { id, body } of runsNow())
      if (id !== run && body.status === 'planned')
        granted(branch.does(dana, { name: 'runCancel', args: { run: id, reason: '' } }));
    expect(planned()).toEqual([clinic]);
    const found = disagreed(move([0], aigul.member));
    expect(found).toMatchObject({ theirs: { type: 'nothing' }, takeMine: [{ name: 'runPlan' }] });
    taken(found);
    expect(runsNow().find(({ body }) => body.label === 'Mine' && body.status === 'planned')?.body).toMatchObject({
      driver: aigul.member,
      window: morning.window,
      stops: seen.slice(0, 1),
    });
  });

  test('are nobody’s choice when the run that they were to join is over', () => {
    const { branch, window, tea, post } = morning;
    const move = mover();
    const args = runArgs({ window, stops: [{ checkpoint: post, lines: [amount(tea, 1)] }] });
    const west = granted(branch.does(dana, { name: 'runPlan', args }));
    granted(branch.does(dana, { name: 'runCancel', args: { run: west, reason: '' } }));
    expect(disagreementOf(move([0], null, west), branch.body('run', morning.run), runsNow())).toBeUndefined();
  });
});

test('there is nothing to choose about other mutations, or about a run that is gone', () => {
  const amend: Mutation = { name: 'runCancel', args: { run: morning.run, reason: '' } };
  expect(contestedRow(amend)).toBeUndefined();
  expect(disagreementOf(amend, undefined, [])).toBeUndefined();
});
