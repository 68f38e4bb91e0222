import { expect, test } from 'vitest';
import type { CorrectionBody, DeliveryBody } from '#domain/delivery.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import { leftovers } from '#domain/views/leftovers.ts';
import { isSameAmounts, runProgress } from '#domain/views/run-progress.ts';

const id = (text: string) => text as RowId;
const tea = id('tea');
const bread = id('bread');
const line = (item: RowId, count: number) => ({ item, count: (count * 1_000) as Count });
const run = {
  stops: [
    { checkpoint: id('bridge'), lines: [line(tea, 10), line(bread, 20)] },
    { checkpoint: id('station'), lines: [line(tea, 5)] },
  ],
};
const delivery = (name: string, stop: number | null, part: Partial<DeliveryBody>) => ({
  id: id(name),
  body: {
    run: id('run'),
    stop,
    checkpoint: stop === 1 ? id('station') : id('bridge'),
    on: '2026-11-24' as Day,
    window: null,
    lines: [],
    reason: null,
    note: '',
    how: 'atStop',
    recordedAt: 1_795_000_000_000,
    member: id('aigul'),
    device: null,
    flags: [],
    corrections: [],
    ...part,
  } satisfies DeliveryBody,
});
const correction = (of: string, part: Partial<CorrectionBody>): CorrectionBody => ({
  delivery: id(of),
  deliveryMember: id('aigul'),
  lines: null,
  reason: null,
  note: '',
  recordedAt: 1_795_000_000_000,
  member: id('aigul'),
  ...part,
});
const statesOf = (...args: Parameters<typeof runProgress>) => runProgress(...args).map(({ state }) => state);

test('a stop without a record is open, one with the planned amounts in any order is as planned', () => {
  const asPlanned = delivery('d.1', 0, { lines: [line(bread, 20), line(tea, 10)] });
  expect(statesOf(run, [asPlanned], new Map())).toEqual(['asPlanned', 'open']);
});

test('another amount, and nothing at all, are not as planned', () => {
  const less = delivery('d.1', 0, { lines: [line(tea, 10)] });
  const nothing = delivery('d.2', 1, { reason: 'closed' });
  expect(statesOf(run, [less, nothing], new Map())).toEqual(['notAsPlanned', 'notAsPlanned']);
});

test('two records of one stop count together', () => {
  const some = delivery('d.1', 1, { lines: [line(tea, 2)] });
  const rest = delivery('e.1', 1, { lines: [line(tea, 3)] });
  expect(statesOf(run, [some, rest], new Map())[1]).toBe('asPlanned');
});

test('a withdrawn record leaves its stop open, a corrected one counts as corrected', () => {
  const withdrawn = delivery('d.1', 0, { lines: [line(tea, 10)], corrections: [id('d.2')] });
  const corrected = delivery('d.3', 1, { lines: [line(tea, 9)], corrections: [id('d.4')] });
  const corrections = new Map([
    [id('d.2'), correction('d.1', {})],
    [id('d.4'), correction('d.3', { lines: [line(tea, 5)] })],
  ]);
  const progress = runProgress(run, [withdrawn, corrected], corrections);
  expect(progress.map(({ state }) => state)).toEqual(['open', 'asPlanned']);
  expect(progress[1]?.records[0]?.rows).toEqual([id('d.3'), id('d.4')]);
});

test('an unplanned record of the run belongs to no stop', () => {
  expect(statesOf(run, [delivery('d.1', null, { lines: [line(tea, 10)] })], new Map())).toEqual(['open', 'open']);
});

test('nothing of an item is the same as not naming it', () => {
  expect(isSameAmounts([line(tea, 0)], [])).toBe(true);
  expect(isSameAmounts([line(tea, 1)], [])).toBe(false);
});

test('what was loaded and not handed over is left over', () => {
  const progress = runProgress(run, [delivery('d.1', 0, { lines: [line(tea, 4), line(bread, 20)] })], new Map());
  expect(leftovers([line(tea, 15), line(bread, 20)], progress, [])).toEqual([line(tea, 11)]);
});

test('a record belongs to its place: the stops may have been put into another order after it was made', () => {
  const asPlanned = delivery('d.1', 0, { lines: [line(bread, 20), line(tea, 10)] });
  const turned = { stops: run.stops.toReversed() };
  expect(statesOf(turned, [asPlanned], new Map())).toEqual(['open', 'asPlanned']);
  const elsewhere = delivery('d.2', 0, { checkpoint: id('mill') });
  expect(statesOf(run, [elsewhere], new Map())).toEqual(['open', 'open']);
});

test('a place that is visited twice has each visit’s own record', () => {
  const there = { checkpoint: id('bridge'), lines: [line(tea, 1)] };
  const twice = { stops: [there, { checkpoint: id('station'), lines: [] }, there] };
  const second = delivery('d.1', 2, { lines: [line(tea, 1)] });
  expect(statesOf(twice, [second], new Map())).toEqual(['open', 'open', 'asPlanned']);
});
