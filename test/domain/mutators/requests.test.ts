import { expect, test } from 'vitest';

import type { Args, Mutation } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import { aigul, asks, bolat, breakfast, dana, kuat, TODAY } from '#test/support/breakfast.ts';
import { granted, refused } from '#test/support/test-branch.ts';

type Answer = Args<'requestSettle'>['was'];

const OPEN: Answer = { status: 'open', promisedBy: null };
const PROMISED: Answer = { status: 'promised', promisedBy: 'Kuat Service' };
const promise = (request: RowId, was: Answer = OPEN, by = 'Kuat Service'): Mutation => ({
  name: 'requestPromise',
  args: { request, was, by },
});
const settle = (request: RowId, status: 'open' | 'done' | 'withdrawn', was: Answer = OPEN): Mutation => ({
  name: 'requestSettle',
  args: { request, was, status },
});

test('what is asked for is kept with its place, its time and no person', () => {
  const { branch, post } = breakfast();
  const asked = granted(branch.does(aigul, asks(post)));
  const body = branch.body('request', asked);
  expect(body).toMatchObject({ checkpoint: post, what: 'fuel', count: 20, note: 'litres', ...OPEN });
  expect(Object.values(body ?? {})).not.toContain(aigul.member);
});

test('a request is a fact: of a closed place, of an unknown one, and asked for twice it is kept', () => {
  const { branch, post } = breakfast();
  granted(branch.does(dana, { name: 'checkpointClose', args: { id: post } }));
  expect(branch.does(aigul, asks(post)).ok).toBe(true);
  expect(branch.does(aigul, asks(post)).ok).toBe(true);
  expect(branch.does(aigul, asks('nobody0000000000.1' as RowId)).ok).toBe(true);
});

test('one road is asked for, however many were said', () => {
  const { branch, post } = breakfast();
  const asked = granted(branch.does(aigul, asks(post, { what: 'road', count: 7 })));
  expect(branch.body('request', asked)?.count).toBe(1);
});

test('an organisation promises it, it is done, and it stays said by whom; each step can be turned round', () => {
  const { branch, post } = breakfast();
  const asked = granted(branch.does(aigul, asks(post)));
  const standing = () => {
    const { status, promisedBy } = branch.body('request', asked) ?? {};
    return { status, promisedBy };
  };
  granted(branch.does(kuat, promise(asked)));
  expect(standing()).toEqual(PROMISED);
  granted(branch.does(kuat, settle(asked, 'done', PROMISED)));
  expect(standing()).toEqual({ ...PROMISED, status: 'done' });
  granted(branch.does(dana, promise(asked, { ...PROMISED, status: 'done' })));
  expect(standing()).toEqual(PROMISED);
  granted(branch.does(dana, settle(asked, 'open', PROMISED)));
  expect(standing()).toEqual(OPEN);
});

test('the second of two who answer by themselves is told, unless both say the same', () => {
  const { branch, post } = breakfast();
  const asked = granted(branch.does(aigul, asks(post)));
  granted(branch.does(kuat, promise(asked)));
  expect(branch.does(dana, promise(asked, OPEN, 'Another Company'))).toEqual(refused('changedMeanwhile'));
  expect(branch.does(dana, settle(asked, 'withdrawn'))).toEqual(refused('changedMeanwhile'));
  granted(branch.does(dana, promise(asked)));
  expect(branch.changes()).toEqual([]);
  expect(branch.body('request', asked)).toMatchObject(PROMISED);
});

test('a driver takes back what was asked for on their own phone, and answers nothing', () => {
  const { branch, post } = breakfast();
  const asked = granted(branch.does(aigul, asks(post)));
  expect(branch.does(bolat, settle(asked, 'withdrawn'))).toEqual(refused('notYours'));
  expect(branch.does(aigul, settle(asked, 'done'))).toEqual(refused('notYours'));
  expect(branch.does(aigul, promise(asked))).toEqual(refused('notAllowed'));
  granted(branch.does(aigul, settle(asked, 'withdrawn')));
  expect(branch.body('request', asked)?.status).toBe('withdrawn');
});

test('who answers requests asks for nothing, and does not say that nothing is needed', () => {
  const { branch, post } = breakfast();
  const asked = granted(branch.does(aigul, asks(post)));
  expect(branch.does(kuat, asks(post))).toEqual(refused('notAllowed'));
  expect(branch.does(kuat, settle(asked, 'withdrawn'))).toEqual(refused('notAllowed'));
});

test('an answer to what is not there is refused', () => {
  const { branch } = breakfast();
  expect(branch.does(dana, promise('nobody0000000000.1' as RowId))).toEqual(refused('notFound'));
});

test('who takes the shift over signs with what they were shown; a second signature stands beside the first', () => {
  const { branch } = breakfast();
  const counts = { gaps: 3, overdue: 1, silent: 0, open: 2, promised: 1, review: 4 };
  const mutation: Mutation = { name: 'shiftTakeOver', args: { counts, note: 'thermos at 17' } };
  const first = granted(branch.does(dana, mutation));
  const second = granted(branch.does(dana, mutation));
  expect(first).not.toBe(second);
  expect(branch.body('shift', first)).toMatchObject({ counts, note: 'thermos at 17', member: dana.member });
  expect(branch.does(aigul, mutation)).toEqual(refused('notAllowed'));
});

test('a road closed names the checkpoints that it concerns', () => {
  const { branch, post } = breakfast();
  const fields = {
    topic: 'road' as const,
    texts: [{ language: 'ru' as const, title: 'Трасса закрыта', text: '' }],
    phone: null,
    chats: [],
    until: TODAY,
    isPinned: false,
    affects: [post],
  };
  const notice = granted(branch.does(dana, { name: 'noticeCreate', args: { fields } }));
  expect(branch.body('notice', notice)?.affects).toEqual([post]);
});
