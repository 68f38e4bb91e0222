import { beforeEach, describe, expect, test } from 'vitest';

import type { Mutation } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import { codeClaimId } from '#domain/claims.ts';
import { aigul, amount, type Breakfast, breakfast, dana, place, runArgs } from '#test/support/breakfast.ts';
import { granted, refused } from '#test/support/test-branch.ts';

let morning: Breakfast;
beforeEach(() => {
  morning = breakfast();
});
const unknown = 'dana000000000000.999' as RowId;
const create = (name: string, code: string): Mutation => ({
  name: 'checkpointCreate',
  args: { fields: place(name, code) },
});
const amend = (id: RowId, name: string, code: string): Mutation => ({
  name: 'checkpointAmend',
  args: { id, fields: place(name, code) },
});

describe('an item, a window, a kitchen', () => {
  test('is made open, can be amended and closed, and opens again when it is amended', () => {
    const { branch, tea, window, kitchen } = morning;
    granted(branch.does(dana, { name: 'itemClose', args: { id: tea } }));
    expect(branch.body('item', tea)).toEqual({ name: 'Tea', unit: 'l', status: 'closed' });
    granted(branch.does(dana, { name: 'itemAmend', args: { id: tea, fields: { name: 'Black tea', unit: 'cup' } } }));
    expect(branch.body('item', tea)).toEqual({ name: 'Black tea', unit: 'cup', status: 'open' });
    granted(branch.does(dana, { name: 'mealWindowClose', args: { id: window } }));
    expect(branch.body('mealWindow', window)?.status).toBe('closed');
    granted(branch.does(dana, { name: 'kitchenClose', args: { id: kitchen } }));
    const fields = { name: 'School 4', otherNames: null, landmark: '', phone: null, position: null };
    granted(branch.does(dana, { name: 'kitchenAmend', args: { id: kitchen, fields } }));
    expect(branch.body('kitchen', kitchen)).toEqual({ ...fields, status: 'open' });
  });

  test('that is not there can neither be amended nor closed', () => {
    const { branch } = morning;
    const fields = { name: 'Tea', unit: 'l' };
    expect(branch.does(dana, { name: 'itemAmend', args: { id: unknown, fields } })).toEqual(refused('notFound'));
    expect(branch.does(dana, { name: 'itemClose', args: { id: unknown } })).toEqual(refused('notFound'));
    expect(branch.does(dana, { name: 'mealWindowClose', args: { id: unknown } })).toEqual(refused('notFound'));
    expect(branch.does(dana, { name: 'kitchenClose', args: { id: unknown } })).toEqual(refused('notFound'));
  });
});

describe('a meal window', () => {
  const windowOf = (startMinute: number, endMinute: number): Mutation => ({
    name: 'mealWindowCreate',
    args: { fields: { name: 'Night tea', startMinute, endMinute } },
  });

  test('may cross midnight and last almost a day', () => {
    const { branch } = morning;
    expect(branch.does(dana, windowOf(23 * 60, 25 * 60)).ok).toBe(true);
    expect(branch.does(dana, windowOf(0, 1_439)).ok).toBe(true);
  });

  test('ends after it starts, lasts less than a day, and starts on its own day', () => {
    const { branch, window } = morning;
    for (const [start, end] of [
      [540, 540],
      [540, 420],
      [0, 1_440],
      [1_440, 1_500],
    ] as const) {
      expect(branch.does(dana, windowOf(start, end))).toEqual(refused('endsBeforeStart'));
    }
    const fields = { name: 'Breakfast', startMinute: 540, endMinute: 420 };
    expect(branch.does(dana, { name: 'mealWindowAmend', args: { id: window, fields } })).toEqual(
      refused('endsBeforeStart'),
    );
  });
});

describe('a checkpoint', () => {
  test('holds its code: no other place gets it while it is open', () => {
    const { branch, post } = morning;
    expect(branch.does(dana, create('Bridge', '17'))).toEqual(refused('codeTaken'));
    expect(branch.body('claim', codeClaimId('17'))).toEqual({ owner: post });
  });

  test('keeps its code when something else of it is amended', () => {
    const { branch, post } = morning;
    granted(branch.does(dana, amend(post, 'Road post, new tent', '17')));
    expect(branch.body('checkpoint', post)?.name).toBe('Road post, new tent');
    expect(branch.does(dana, create('Bridge', '17'))).toEqual(refused('codeTaken'));
  });

  test('that takes another code frees the old one', () => {
    const { branch, post } = morning;
    granted(branch.does(dana, amend(post, 'Road post', '19')));
    expect(branch.does(dana, create('Bridge', '17')).ok).toBe(true);
    expect(branch.does(dana, create('School', '19'))).toEqual(refused('codeTaken'));
  });

  test('cannot take a code that another one holds, and then keeps all that it had', () => {
    const { branch, post, clinic } = morning;
    expect(branch.does(dana, amend(post, 'Road post', '18'))).toEqual(refused('codeTaken'));
    expect(branch.body('checkpoint', post)?.code).toBe('17');
    expect(branch.body('claim', codeClaimId('18'))).toEqual({ owner: clinic });
  });

  test('that is closed frees its code, and needs it again to open', () => {
    const { branch, post } = morning;
    granted(branch.does(dana, { name: 'checkpointClose', args: { id: post } }));
    expect(branch.body('checkpoint', post)?.status).toBe('closed');
    const bridge = granted(branch.does(dana, create('Bridge', '17')));
    expect(branch.does(dana, amend(post, 'Road post', '17'))).toEqual(refused('codeTaken'));
    granted(branch.does(dana, amend(post, 'Road post', '20')));
    expect(branch.body('checkpoint', post)?.status).toBe('open');
    expect(branch.body('claim', codeClaimId('17'))).toEqual({ owner: bridge });
  });

  test('that is closed twice does not free the code of whoever has it now', () => {
    const { branch, post } = morning;
    granted(branch.does(dana, { name: 'checkpointClose', args: { id: post } }));
    const bridge = granted(branch.does(dana, create('Bridge', '17')));
    granted(branch.does(dana, { name: 'checkpointClose', args: { id: post } }));
    expect(branch.body('claim', codeClaimId('17'))).toEqual({ owner: bridge });
  });

  test('that is not there can neither be amended nor closed', () => {
    const { branch } = morning;
    expect(branch.does(dana, amend(unknown, 'Bridge', '20'))).toEqual(refused('notFound'));
    expect(branch.does(dana, { name: 'checkpointClose', args: { id: unknown } })).toEqual(refused('notFound'));
  });
});

describe('a past run from a file', () => {
  const past = (source: string): Mutation => ({
    name: 'runImport',
    args: {
      source,
      label: 'Mission 1',
      on: runArgs({ stops: [] }).on,
      window: null,
      stops: [
        { checkpoint: morning.post, lines: [amount(morning.tea, 20)] },
        { checkpoint: morning.clinic, lines: [amount(morning.tea, 2.5)] },
      ],
    },
  });

  test('was driven by nobody whom the file names, is completed, and each of its stops was delivered', () => {
    const { branch, clinic, tea } = morning;
    const run = granted(branch.does(dana, past('2026-01-10~abc~1')));
    expect(branch.body('run', run)).toMatchObject({
      driver: null,
      status: 'completed',
      importedFrom: '2026-01-10~abc~1',
    });
    const delivered = branch.body('delivery', `${run}.2` as RowId);
    expect(delivered).toMatchObject({ run, stop: 1, checkpoint: clinic, how: 'import', member: null, device: null });
    expect(delivered?.lines).toEqual([amount(tea, 2.5)]);
    expect(branch.changes()).toHaveLength(4);
  });

  test('is taken in once, whoever brings the file again', () => {
    const { branch } = morning;
    granted(branch.does(dana, past('2026-01-10~abc~1')));
    expect(branch.does(dana, past('2026-01-10~abc~1'))).toEqual(refused('alreadyImported'));
    expect(branch.does(dana, past('2026-01-10~abc~2')).ok).toBe(true);
    expect(branch.does(aigul, past('2026-01-10~abc~3'))).toEqual(refused('notAllowed'));
  });
});
