import { describe, expect, test } from 'vitest';

import type { Mutation } from '#domain/mutators.ts';
import { forget, horizonOf } from '#domain/retention.ts';
import type { Row } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { aigul, bolat, type Breakfast, breakfast, dana, delivery, TODAY } from '#test/support/breakfast.ts';
import { freshFeeds, heldBy } from '#test/support/fresh-feeds.ts';
import { audiencesOfHand, BRANCH, granted, type Hand } from '#test/support/test-branch.ts';

function withPhoto(): Breakfast & { readonly photo: RowId; readonly delivered: RowId } {
  const morning = breakfast();
  const { branch, run, post } = morning;
  const delivered = granted(branch.does(aigul, delivery(post, { run, stop: 0 })));
  const add: Mutation = {
    name: 'photoAdd',
    args: { delivery: delivered, run, on: TODAY, hash: 'k'.repeat(52), byteCount: 96_400 },
  };
  return { ...morning, delivered, photo: granted(branch.does(aigul, add)) };
}

const release = (photo: RowId): Mutation => ({ name: 'photoRelease', args: { photo } });
const withdraw = (photo: RowId): Mutation => ({ name: 'photoWithdraw', args: { photo } });

describe('a photo of the goods', () => {
  test('is a fact beside the delivery, which does not change for it, and nobody is shown it yet', () => {
    const { branch, delivered, photo } = withPhoto();
    expect(branch.body('photo', photo)).toMatchObject({ delivery: delivered, member: aigul.member, status: 'kept' });
    expect(branch.body('delivery', delivered)).not.toHaveProperty('photo');
  });

  test('is released by an organiser, and by no driver', () => {
    const { branch, photo } = withPhoto();
    expect(branch.does(aigul, release(photo))).toEqual({ ok: false, error: { code: 'notAllowed' } });
    granted(branch.does(dana, release(photo)));
    expect(branch.body('photo', photo)?.status).toBe('released');
  });

  test('is taken away by whoever took it or by an organiser, and then nobody can release it any more', () => {
    const { branch, photo } = withPhoto();
    expect(branch.does(bolat, withdraw(photo))).toEqual({ ok: false, error: { code: 'notYours' } });
    granted(branch.does(aigul, withdraw(photo)));
    expect(branch.does(dana, release(photo))).toEqual({ ok: false, error: { code: 'closed' } });
    expect(branch.body('photo', photo)?.status).toBe('withdrawn');
  });

  test('is told to organisers and to whoever took it', () => {
    const { branch, photo } = withPhoto();
    const holds = (hand: Hand) =>
      heldBy(freshFeeds(BRANCH, branch.rows.values()), audiencesOfHand(hand)).has(`photo/${photo}`);
    expect([dana, aigul, bolat].map(holds)).toEqual([true, true, false]);
  });

  test('is forgotten as a whole thirty days after its day', () => {
    const { branch, photo } = withPhoto();
    const row = branch.rows.get(`photo/${photo}`) as Row<'photo'>;
    const after = (days: number) =>
      horizonOf(Date.parse(TODAY) + days * 86_400_000, (at) => new Date(at).toISOString().slice(0, 10));
    expect(forget(row, after(30))).toBeUndefined();
    expect(forget(row, after(31))).toEqual({ op: 'remove', kind: 'photo', id: photo });
  });
});
