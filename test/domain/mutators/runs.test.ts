import { beforeEach, describe, expect, test } from 'vitest';

import type { Mutation } from '#domain/mutators.ts';
import type { RunBody, RunStatus } from '#domain/run.ts';
import type { RowId } from '#domain/scalars.ts';
import { aigul, amount, bolat, type Breakfast, breakfast, dana, runArgs, rustem } from '#test/support/breakfast.ts';
import { granted, refused } from '#test/support/test-branch.ts';

let morning: Breakfast;
beforeEach(() => {
  morning = breakfast();
});
const unknown = 'dana000000000000.999' as RowId;
const runNow = () => morning.branch.body('run', morning.run);
const step = (name: 'runAccept' | 'runDecline' | 'runComplete'): Mutation => ({ name, args: { run: morning.run } });
const assign = (driver: RowId | null): Mutation => ({ name: 'runAssign', args: { run: morning.run, driver } });
const depart = (): Mutation => ({ name: 'runDepart', args: { run: morning.run, loaded: [amount(morning.tea, 30)] } });
const cancel = (): Mutation => ({ name: 'runCancel', args: { run: morning.run, reason: 'snow' } });
const abandon = (): Mutation => ({ name: 'runAbandon', args: { run: morning.run, reason: 'the road is gone' } });

describe('a planned run', () => {
  test('names its day, places and driver, and nobody has answered yet', () => {
    const { window, kitchen, post } = morning;
    expect(runNow()).toMatchObject({
      label: 'East',
      on: '2026-01-15',
      window,
      kitchen,
      driver: aigul.member,
      answer: 'none',
      status: 'planned',
      loaded: [],
      reason: '',
      importedFrom: null,
      hasLeftPhone: false,
    });
    expect(runNow()?.stops[0]?.checkpoint).toBe(post);
  });

  test('needs every place, window, kitchen and driver to be there', () => {
    const { branch, post } = morning;
    const stops = [{ checkpoint: post, lines: [] }];
    const others = [{ window: unknown }, { kitchen: unknown }, { driver: unknown }];
    for (const other of others) {
      expect(branch.does(dana, { name: 'runPlan', args: runArgs({ stops, ...other }) })).toEqual(refused('notFound'));
    }
    const nowhere = runArgs({ stops: [...stops, { checkpoint: unknown, lines: [] }] });
    expect(branch.does(dana, { name: 'runPlan', args: nowhere })).toEqual(refused('notFound'));
  });

  test('goes to no place, window or kitchen that was closed meanwhile', () => {
    const { branch, post, clinic, window, kitchen } = morning;
    granted(branch.does(dana, { name: 'checkpointClose', args: { id: clinic } }));
    granted(branch.does(dana, { name: 'mealWindowClose', args: { id: window } }));
    granted(branch.does(dana, { name: 'kitchenClose', args: { id: kitchen } }));
    const stops = [{ checkpoint: post, lines: [] }];
    for (const other of [{ window }, { kitchen }, { stops: [{ checkpoint: clinic, lines: [] }] }]) {
      expect(branch.does(dana, { name: 'runPlan', args: runArgs({ stops, ...other }) })).toEqual(refused('closed'));
    }
    expect(branch.does(dana, { name: 'runPlan', args: runArgs({ stops }) }).ok).toBe(true);
  });

  test('is not given to somebody whom nobody has confirmed', () => {
    const { branch, post } = morning;
    const args = runArgs({ stops: [{ checkpoint: post, lines: [] }], driver: rustem.member });
    expect(branch.does(dana, { name: 'runPlan', args })).toEqual(refused('notConfirmed'));
    expect(branch.does(dana, assign(rustem.member))).toEqual(refused('notConfirmed'));
  });
});

describe('who drives', () => {
  test('may change, and the new driver has not answered yet', () => {
    const { branch } = morning;
    granted(branch.does(aigul, step('runAccept')));
    granted(branch.does(dana, assign(bolat.member)));
    expect(runNow()).toMatchObject({ driver: bolat.member, answer: 'none' });
    granted(branch.does(dana, assign(null)));
    expect(runNow()?.driver).toBe(null);
  });

  test('stays as accepted when two organisers name the same driver', () => {
    const { branch } = morning;
    granted(branch.does(aigul, step('runAccept')));
    granted(branch.does(dana, assign(aigul.member)));
    expect(runNow()?.answer).toBe('accepted');
  });

  test('must be somebody of the branch, and the run must be there', () => {
    const { branch } = morning;
    expect(branch.does(dana, assign(unknown))).toEqual(refused('notFound'));
    const lost = { name: 'runAssign', args: { run: unknown, driver: null } } as const;
    expect(branch.does(dana, lost)).toEqual(refused('notFound'));
  });
});

describe('a driver', () => {
  test('takes the run or not, and nobody asks why', () => {
    const { branch } = morning;
    granted(branch.does(aigul, step('runDecline')));
    expect(runNow()).toMatchObject({ answer: 'declined', driver: aigul.member, reason: '' });
    granted(branch.does(aigul, step('runAccept')));
    expect(runNow()?.answer).toBe('accepted');
  });

  test('who leaves has accepted, and what was loaded is kept', () => {
    const { branch, tea } = morning;
    granted(branch.does(aigul, depart()));
    expect(runNow()).toMatchObject({ status: 'underWay', answer: 'accepted', loaded: [amount(tea, 30)] });
  });

  test('moves only a run of their own', () => {
    const { branch } = morning;
    for (const mutation of [step('runAccept'), step('runDecline'), depart(), step('runComplete'), abandon()]) {
      expect(branch.does(bolat, mutation)).toEqual(refused('notYours'));
    }
    granted(branch.does(dana, assign(null)));
    expect(branch.does(aigul, step('runAccept'))).toEqual(refused('notYours'));
  });

  test('neither plans, assigns nor cancels', () => {
    const { branch, post } = morning;
    const plan = { name: 'runPlan', args: runArgs({ stops: [{ checkpoint: post, lines: [] }] }) } as const;
    for (const mutation of [plan, assign(aigul.member), cancel()]) {
      expect(branch.does(aigul, mutation)).toEqual(refused('notAllowed'));
    }
  });
});

describe('an organiser', () => {
  test('moves any run, for the paper and the telephone', () => {
    const { branch } = morning;
    for (const mutation of [step('runAccept'), depart(), abandon()]) granted(branch.does(dana, mutation));
    expect(runNow()).toMatchObject({ status: 'abandoned', reason: 'the road is gone', driver: aigul.member });
  });
});

describe('a run moves only forward', () => {
  /** Each step, and where a run may be for it. */
  const steps: readonly [string, () => Mutation, readonly RunStatus[]][] = [
    ['accept', () => step('runAccept'), ['planned']],
    ['decline', () => step('runDecline'), ['planned']],
    ['assign', () => assign(bolat.member), ['planned', 'underWay']],
    ['cancel', cancel, ['planned']],
    ['depart', depart, ['planned']],
    ['complete', () => step('runComplete'), ['planned', 'underWay']],
    ['abandon', abandon, ['underWay']],
  ];
  const ways: Readonly<Record<RunStatus, () => readonly Mutation[]>> = {
    planned: () => [],
    underWay: () => [depart()],
    completed: () => [depart(), step('runComplete')],
    abandoned: () => [depart(), abandon()],
    cancelled: () => [cancel()],
  };

  test.each(steps)('%s', (_name, mutation, from) => {
    for (const status of Object.keys(ways) as RunStatus[]) {
      morning = breakfast();
      for (const before of ways[status]()) granted(morning.branch.does(dana, before));
      expect(runNow()?.status).toBe(status);
      const outcome = morning.branch.does(dana, mutation());
      if (from.includes(status)) expect(outcome.ok).toBe(true);
      else expect(outcome).toEqual(refused('wrongStatus'));
    }
  });

  test('and keeps what was planned on every step', () => {
    const plan = ({ label, on, window, kitchen, stops }: RunBody) => ({ label, on, window, kitchen, stops });
    const before = runNow();
    for (const mutation of [step('runAccept'), depart(), step('runComplete')])
      granted(morning.branch.does(aigul, mutation));
    expect(plan(runNow() as RunBody)).toEqual(plan(before as RunBody));
  });
});

describe('on a phone', () => {
  test('a driver is told at once what they may not do', () => {
    const { branch } = morning;
    expect(branch.tries(aigul, step('runAccept')).ok).toBe(true);
    granted(branch.does(dana, cancel()));
    expect(branch.tries(aigul, depart())).toEqual(refused('wrongStatus'));
  });

  test('a run that this phone does not hold cannot be moved there', () => {
    expect(morning.branch.tries(bolat, step('runAccept'))).toEqual(refused('notFound'));
  });

  test('an organiser’s phone holds everything: what is missing there is missing', () => {
    const { branch, post } = morning;
    const nowhere = runArgs({ stops: [{ checkpoint: unknown, lines: [] }] });
    expect(branch.tries(dana, { name: 'runPlan', args: nowhere })).toEqual(refused('notFound'));
    const there = runArgs({ stops: [{ checkpoint: post, lines: [] }], driver: aigul.member });
    expect(branch.tries(dana, { name: 'runPlan', args: there }).ok).toBe(true);
  });

  test('a phone that is still pulling refuses nothing for what it has not heard of yet', () => {
    const nowhere = runArgs({ stops: [{ checkpoint: unknown, lines: [] }], driver: unknown });
    expect(morning.branch.tries(dana, { name: 'runPlan', args: nowhere }, 'stillPulling').ok).toBe(true);
  });
});
