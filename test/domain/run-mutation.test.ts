import { afterEach, describe, expect, test, vi } from 'vitest';

import type { Context } from '#domain/context.ts';
import { newRowId, originOfRow } from '#domain/context.ts';
import { type MutationName, mutators, parseMutation } from '#domain/mutators.ts';
import { type RowKey, rowKeyText, type RowState } from '#domain/rows.ts';
import { runMutation, stepMutation } from '#domain/run-mutation.ts';
import type { RowId } from '#domain/scalars.ts';
import { place } from '#test/support/breakfast.ts';
import { BRANCH, handOf, NOON } from '#test/support/test-branch.ts';

const context: Context = { ...handOf('dana', 'organiser'), branch: BRANCH, mutationNumber: 7, claimedAt: NOON };
const post = 'dana000000000000.3' as RowId;
const amend = { id: post, fields: place('Road post', '19') };
const checkpoint: RowState = { state: 'present', body: { ...place('Road post', '17'), status: 'open' } };
const absent: RowState = { state: 'absent' };

afterEach(() => vi.restoreAllMocks());

describe('a mutation asks for its rows', () => {
  test('in rounds: first what it names, then what those rows name', () => {
    const rounds: string[][] = [];
    const known = new Map<string, RowState>();
    for (;;) {
      const step = stepMutation('checkpointAmend', amend, context, known);
      if (step.type === 'decided') {
        expect(step.outcome.ok).toBe(true);
        expect(step.read.map(rowKeyText)).toEqual([`checkpoint/${post}`, 'claim/code~19', 'claim/code~17']);
        break;
      }
      rounds.push(step.keys.map(rowKeyText));
      for (const key of step.keys) known.set(rowKeyText(key), key.kind === 'checkpoint' ? checkpoint : absent);
    }
    expect(rounds).toEqual([[`checkpoint/${post}`, 'claim/code~19'], ['claim/code~17']]);
  });

  test('and each row is loaded once', () => {
    const loaded: RowKey[] = [];
    runMutation('checkpointAmend', amend, context, (key) => {
      loaded.push(key);
      return key.kind === 'checkpoint' ? checkpoint : absent;
    });
    expect(new Set(loaded.map(rowKeyText)).size).toBe(loaded.length);
  });

  test('a rule that never stops asking is a bug, and not an endless loop', () => {
    let asked = 0;
    vi.spyOn(mutators.itemClose, 'reads').mockImplementation(() => {
      asked += 1;
      return [{ kind: 'item', id: `x${asked}` as RowId }];
    });
    expect(() => runMutation('itemClose', { id: post }, context, () => absent)).toThrow('more than 3 times');
  });

  test('a decision that looks at a row that was not read is a bug, even where the row happens to be known', () => {
    vi.spyOn(mutators.itemClose, 'reads').mockReturnValue([]);
    expect(() => runMutation('itemClose', { id: post }, context, () => absent)).toThrow('did not read');
    const known = new Map([[`item/${post}`, absent]]);
    expect(() => stepMutation('itemClose', { id: post }, context, known)).toThrow('did not read');
  });
});

describe('rows are named by the mutation that makes them', () => {
  test('2.3 d.n, then d.n.1, d.n.2', () => {
    expect([0, 1, 2].map((index) => newRowId(context, index))).toEqual([
      'dana000000000000.7',
      'dana000000000000.7.1',
      'dana000000000000.7.2',
    ]);
  });

  test('and the name tells the entry', () => {
    expect(originOfRow(newRowId(context, 2))).toEqual({ device: context.device, mutationNumber: 7 });
    for (const id of ['kokshetau', 'code~17', 'dana000000000000', 'dana.7', 'dana000000000000.x']) {
      expect(originOfRow(id as RowId)).toBeUndefined();
    }
  });
});

describe('arguments from outside', () => {
  test('are taken only in the shape of their mutation', () => {
    expect(parseMutation('itemClose', { id: post })).toEqual({ name: 'itemClose', args: { id: post } });
    expect(parseMutation('itemClose', { id: 'not an id' })).toBeUndefined();
    expect(parseMutation('itemClose', null)).toBeUndefined();
    expect(
      parseMutation('runPlan', { label: '', on: '2026-01-15', window: null, kitchen: null, driver: null, stops: [] }),
    ).toBeUndefined();
  });

  test('lose what their shape does not know', () => {
    const parsed = parseMutation('itemClose', { id: post, role: 'operator' });
    expect(parsed?.args).toEqual({ id: post });
  });

  test('every mutation has a version and a nature', () => {
    const names = Object.keys(mutators) as MutationName[];
    for (const name of names) expect(mutators[name].version).toBe(1);
    expect(names.filter((name) => mutators[name].nature === 'fact')).toEqual([
      'deliveryRecord',
      'deliveryCorrect',
      'deliveryWithdraw',
      'reviewDecide',
      'asideTakeIn',
      'returnablesCount',
      'requestRaise',
      'shiftTakeOver',
      'photoAdd',
    ]);
  });
});
