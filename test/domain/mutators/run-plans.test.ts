import { beforeEach, describe, expect, test } from 'vitest';

import type { Args, Mutation } from '#domain/mutators.ts';
import { stopsMarkOf } from '#domain/run-plan-fields.ts';
import type { RunBody } from '#domain/run.ts';
import type { RowId } from '#domain/scalars.ts';
import { assert } from '#lib/assert.ts';
import { aigul, amount, bolat, type Breakfast, breakfast, dana, place, runArgs } from '#test/support/breakfast.ts';
import { granted, handOf, refused } from '#test/support/test-branch.ts';

let morning: Breakfast;
beforeEach(() => {
  morning = breakfast();
});
const saule = handOf('saule', 'organiser');

function runOf(id: RowId): RunBody {
  const run = morning.branch.body('run', id);
  assert(run !== undefined, 'the story has this run');
  return run;
}

/** An amendment as somebody makes it who looks at the run as `seen`. */
function amend(seen: RunBody, changes: Partial<Args<'runAmend'>['now']>, run = morning.run): Mutation {
  const { label, window, kitchen, driver } = seen;
  const was = { label, window, kitchen, driver, stops: stopsMarkOf(seen.stops) };
  return { name: 'runAmend', args: { run, was, now: { ...was, stops: null, ...changes } } };
}

describe('a run’s plan is amended', () => {
  test('in any of its parts, and keeps what became of it', () => {
    const { branch, run } = morning;
    granted(branch.does(aigul, { name: 'runAccept', args: { run } }));
    const before = runOf(run);
    granted(branch.does(dana, amend(before, { label: 'North', stops: before.stops.toReversed() })));
    expect(runOf(run)).toEqual({ ...before, label: 'North', stops: before.stops.toReversed() });
  });

  test('by two organisers at once: who changed different things both have their way', () => {
    const { branch, run } = morning;
    const seen = runOf(run);
    granted(branch.does(dana, amend(seen, { label: 'North' })));
    granted(branch.does(saule, amend(seen, { stops: seen.stops.slice(0, 1) })));
    granted(branch.does(dana, amend({ ...seen, label: 'North' }, { driver: bolat.member })));
    expect(runOf(run)).toMatchObject({ label: 'North', driver: bolat.member, stops: seen.stops.slice(0, 1) });
  });

  test('and who changed the same thing second is told, and nothing is overwritten', () => {
    const { branch, run } = morning;
    const seen = runOf(run);
    granted(branch.does(dana, amend(seen, { stops: seen.stops.toReversed(), driver: bolat.member })));
    expect(branch.does(saule, amend(seen, { stops: seen.stops.slice(1) }))).toEqual(refused('changedMeanwhile'));
    expect(branch.does(saule, amend(seen, { driver: null }))).toEqual(refused('changedMeanwhile'));
    granted(branch.does(saule, amend(seen, { stops: seen.stops.toReversed(), driver: bolat.member })));
    expect(runOf(run)).toMatchObject({ stops: seen.stops.toReversed(), driver: bolat.member });
    granted(branch.does(saule, amend(runOf(run), { stops: seen.stops.slice(1) })));
    expect(runOf(run).stops).toEqual(seen.stops.slice(1));
  });

  test('its driver is asked again for more or other places, and not for fewer or another order', () => {
    const { branch, run, bread, post } = morning;
    const answerAfter = (changes: Partial<Args<'runAmend'>['now']>) => {
      granted(branch.does(aigul, { name: 'runAccept', args: { run } }));
      granted(branch.does(dana, amend(runOf(run), changes)));
      return runOf(run).answer;
    };
    const [first, second] = runOf(run).stops;
    assert(first !== undefined && second !== undefined, 'two stops');
    expect(answerAfter({ stops: [second, first] })).toBe('accepted');
    expect(answerAfter({ stops: [second, { ...first, lines: [amount(morning.tea, 5)] }] })).toBe('accepted');
    expect(answerAfter({ stops: [second, first] })).toBe('none');
    expect(answerAfter({ stops: [second, { ...first, lines: [...first.lines, amount(bread, 1)] }] })).toBe('none');
    const bridge = granted(branch.does(dana, { name: 'checkpointCreate', args: { fields: place('Bridge', '19') } }));
    expect(answerAfter({ stops: [first, { checkpoint: bridge, lines: [] }] })).toBe('none');
    expect(answerAfter({ stops: [{ checkpoint: post, lines: [] }] })).toBe('accepted');
    expect(answerAfter({ kitchen: null })).toBe('none');
    granted(branch.does(aigul, { name: 'runAccept', args: { run } }));
    granted(branch.does(dana, amend(runOf(run), { driver: bolat.member })));
    expect(runOf(run).answer).toBe('none');
  });

  test('whoever is under way is not asked again', () => {
    const { branch, run } = morning;
    granted(branch.does(aigul, { name: 'runDepart', args: { run, loaded: [] } }));
    const { stops } = runOf(run);
    granted(branch.does(dana, amend(runOf(run), { stops: [...stops, ...stops] })));
    expect(runOf(run)).toMatchObject({ status: 'underWay', answer: 'accepted' });
  });

  test('only with open places and confirmed people, and only while it is to be driven', () => {
    const { branch, run, post } = morning;
    const seen = runOf(run);
    granted(branch.does(dana, { name: 'checkpointClose', args: { id: post } }));
    granted(branch.does(dana, amend(seen, { stops: seen.stops.toReversed() })));
    const bridge = granted(branch.does(dana, { name: 'checkpointCreate', args: { fields: place('Bridge', '19') } }));
    granted(branch.does(dana, { name: 'checkpointClose', args: { id: bridge } }));
    const toBridge = amend(runOf(run), { stops: [{ checkpoint: bridge, lines: [] }] });
    expect(branch.does(dana, toBridge)).toEqual(refused('closed'));
    expect(branch.does(dana, amend(runOf(run), { driver: handOf('rustem', 'waiting').member }))).toEqual(
      refused('notConfirmed'),
    );
    granted(branch.does(dana, { name: 'runCancel', args: { run, reason: '' } }));
    expect(branch.does(dana, amend(runOf(run), { label: 'North' }))).toEqual(refused('wrongStatus'));
  });
});

describe('stops move', () => {
  /** Stops as they stand when this is called. */
  const move = (stops: readonly number[], other: Partial<Args<'stopsMove'>> = {}): Mutation => {
    const from = other.from ?? morning.run;
    const moving = runOf(from).stops.filter((_, index) => stops.includes(index));
    const args = { from, into: null, stops: moving, label: 'South', driver: bolat.member, reason: '' };
    return { name: 'stopsMove', args: { ...args, ...other } };
  };
  const another = (stops: RunBody['stops']): RowId => {
    const { window, kitchen } = morning;
    const args = runArgs({ label: 'West', window, kitchen, driver: bolat.member, stops });
    return granted(morning.branch.does(dana, { name: 'runPlan', args }));
  };

  test('into a run of their own: the run is split', () => {
    const { branch, run } = morning;
    const before = runOf(run);
    const split = granted(branch.does(dana, move([1])));
    expect(runOf(run).stops).toEqual(before.stops.slice(0, 1));
    expect(runOf(split)).toEqual({ ...before, label: 'South', driver: bolat.member, stops: before.stops.slice(1) });
  });

  test('all into another run: they merge, a place that both visit gets both amounts, and the empty one is called off', () => {
    const { branch, run, tea, post, clinic } = morning;
    const west = another([{ checkpoint: post, lines: [amount(tea, 5)] }]);
    granted(branch.does(bolat, { name: 'runAccept', args: { run: west } }));
    granted(branch.does(dana, move([0, 1], { into: west, reason: 'flat tyre' })));
    expect(runOf(run)).toMatchObject({ status: 'cancelled', reason: 'flat tyre' });
    expect(runOf(west)).toMatchObject({ answer: 'none', driver: bolat.member });
    const [first, second] = runOf(west).stops;
    expect(first).toEqual({ checkpoint: post, lines: [amount(tea, 25)] });
    expect(second?.checkpoint).toBe(clinic);
  });

  test('of a driver who cannot go on: what is left is abandoned, not cancelled', () => {
    const { branch, run } = morning;
    granted(branch.does(aigul, { name: 'runDepart', args: { run, loaded: [] } }));
    granted(branch.does(dana, move([0, 1])));
    expect(runOf(run).status).toBe('abandoned');
  });

  test('what else changed in either run meanwhile stays', () => {
    const { branch, run, post, clinic, tea } = morning;
    const bridge = granted(branch.does(dana, { name: 'checkpointCreate', args: { fields: place('Bridge', '19') } }));
    const west = another([{ checkpoint: bridge, lines: [amount(tea, 5)] }]);
    const late = move([0, 1], { into: west });
    const [first, second] = runOf(run).stops;
    assert(first !== undefined && second !== undefined, 'the run goes to two places');
    granted(branch.does(saule, amend(runOf(run), { stops: [{ checkpoint: bridge, lines: [] }, second, first] })));
    granted(branch.does(saule, amend(runOf(west), { label: 'Far west', driver: null }, west)));
    granted(branch.does(dana, late));
    expect(runOf(run)).toMatchObject({ status: 'planned', stops: [{ checkpoint: bridge, lines: [] }] });
    expect(runOf(west)).toMatchObject({ label: 'Far west', driver: null });
    expect(runOf(west).stops.map(({ checkpoint }) => checkpoint)).toEqual([bridge, post, clinic]);
  });

  test('not where one of the stops has changed meanwhile, and not when a run is over, of another day, or the same', () => {
    const { branch, run, post, tea } = morning;
    const west = another([{ checkpoint: post, lines: [] }]);
    const late = move([0], { into: west });
    const before = [runOf(run), runOf(west)];
    const other = { checkpoint: post, lines: [amount(tea, 4)] };
    expect(branch.does(saule, move([], { stops: [other] }))).toEqual(refused('changedMeanwhile'));
    const twice = [...runOf(run).stops, ...runOf(run).stops];
    expect(branch.does(saule, move([], { stops: twice }))).toEqual(refused('changedMeanwhile'));
    expect(branch.does(saule, move([0], { into: run }))).toEqual(refused('changedMeanwhile'));
    const stops = [{ checkpoint: post, lines: [] }];
    const tomorrow = granted(
      branch.does(dana, { name: 'runPlan', args: runArgs({ on: '2026-01-16' as RunBody['on'], stops }) }),
    );
    expect(branch.does(dana, move([0], { into: tomorrow }))).toEqual(refused('wrongStatus'));
    expect([runOf(run), runOf(west)]).toEqual(before);
    granted(branch.does(dana, { name: 'runCancel', args: { run: west, reason: '' } }));
    expect(branch.does(saule, late)).toEqual(refused('wrongStatus'));
  });

  test('not more than a run can hold', () => {
    const { branch, run, tea, post } = morning;
    const stops = Array.from({ length: 60 }, (_, index) => ({
      checkpoint: `full00000000000.${index + 1}`.padStart(18, '0') as RowId,
      lines: [],
    }));
    const full = granted(
      branch.does(dana, { name: 'runPlan', args: runArgs({ stops: [{ checkpoint: post, lines: [] }] }) }),
    );
    morning.branch.rows.set(`run/${full}`, { kind: 'run', id: full, body: { ...runOf(full), stops } });
    expect(branch.does(dana, move([0], { into: full }))).toEqual(refused('tooMuchForRun'));
    const heavy = another([{ checkpoint: post, lines: [amount(tea, 1_000_000)] }]);
    expect(branch.does(dana, move([0], { into: heavy }))).toEqual(refused('tooMuchForRun'));
    expect(runOf(run).status).toBe('planned');
  });
});
