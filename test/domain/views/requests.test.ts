import { expect, test } from 'vitest';

import type { RequestBody } from '#domain/request.ts';
import type { RowId } from '#domain/scalars.ts';
import { promisers, requestBoard } from '#domain/views/requests.ts';

const [BRIDGE, SCHOOL] = ['bridge' as RowId, 'school' as RowId];
const request = (id: string, raisedAt: number, body: Partial<RequestBody> = {}) => ({
  id: id as RowId,
  body: {
    ...({ checkpoint: BRIDGE, what: 'stove', count: 1, note: '', status: 'open', promisedBy: null } as const),
    raisedAt,
    ...body,
  },
});
const idsOf = (list: readonly { readonly id: RowId }[]) => list.map(({ id }) => id);

test('gaps come oldest first, what is promised apart, what is done latest first, and what was taken back not at all', () => {
  const board = requestBoard(
    [
      request('later', 5),
      request('first', 1, { checkpoint: SCHOOL }),
      request('promised', 2, { what: 'fuel', status: 'promised', promisedBy: 'Kuat' }),
      request('done', 3, { status: 'done' }),
      request('done later', 4, { status: 'done' }),
      request('taken back', 0, { status: 'withdrawn' }),
    ],
    new Set(),
  );
  expect(idsOf(board.open)).toEqual(['first', 'later']);
  expect(idsOf(board.promised)).toEqual(['promised']);
  expect(idsOf(board.done)).toEqual(['done later', 'done']);
});

test('the later of two of a kind at one place is marked, unless the earlier is done or they may differ', () => {
  const marksOf = (...all: ReturnType<typeof request>[]) =>
    requestBoard(all, new Set()).open.map(({ id, marks }) => [id, ...marks]);
  expect(marksOf(request('a', 1), request('b', 2))).toEqual([['a'], ['b', 'askedTwice']]);
  expect(marksOf(request('a', 1, { status: 'done' }), request('b', 2))).toEqual([['b']]);
  expect(marksOf(request('a', 1, { what: 'other' }), request('b', 2, { what: 'other' }))).toEqual([['a'], ['b']]);
  expect(marksOf(request('a', 1), request('b', 2, { checkpoint: SCHOOL }))).toEqual([['a'], ['b']]);
});

test('what a place that is closed now asks for says so, as long as it is not done', () => {
  const board = requestBoard([request('a', 1), request('b', 2, { status: 'done' })], new Set([BRIDGE]));
  expect(board.open[0]?.marks).toEqual(['placeClosed']);
  expect(board.done[0]?.marks).toEqual([]);
});

test('who promised before is offered, the latest first, each once', () => {
  const by = (id: string, at: number, promisedBy: string | null) => request(id, at, { promisedBy });
  expect(promisers([by('a', 1, 'Kuat'), by('b', 3, 'Telecom'), by('c', 2, 'Kuat'), by('d', 4, null)])).toEqual([
    'Telecom',
    'Kuat',
  ]);
});
