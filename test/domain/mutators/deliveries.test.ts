import { beforeEach, describe, expect, test } from 'vitest';

import { MAX_CORRECTIONS } from '#domain/delivery.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import { aigul, amount, bolat, type Breakfast, breakfast, dana, delivery, rustem } from '#test/support/breakfast.ts';
import { granted, type Hand, NOON, refused } from '#test/support/test-branch.ts';

let morning: Breakfast;
beforeEach(() => {
  morning = breakfast();
});
const unknown = 'dana000000000000.999' as RowId;
const atPost = (): Mutation => delivery(morning.post, { run: morning.run, stop: 0, lines: [amount(morning.tea, 20)] });
const does = (hand: Hand, mutation: Mutation) => granted(morning.branch.does(hand, mutation));
const flagsOf = (id: RowId) => morning.branch.body('delivery', id)?.flags;
const correction = (id: RowId, units: number): Mutation => ({
  name: 'deliveryCorrect',
  args: { delivery: id, lines: [amount(morning.tea, units)], reason: 'notEnough', note: 'one flask leaked' },
});
const withdrawal = (id: RowId): Mutation => ({ name: 'deliveryWithdraw', args: { delivery: id, note: 'wrong place' } });

describe('a delivery', () => {
  test('says what was handed over, where, by whom, from which phone and when by its clock', () => {
    const { branch, post, run, tea } = morning;
    const id = does(aigul, atPost());
    expect(branch.body('delivery', id)).toEqual({
      run,
      stop: 0,
      checkpoint: post,
      on: '2026-01-15',
      window: null,
      lines: [amount(tea, 20)],
      reason: null,
      note: '',
      how: 'atStop',
      recordedAt: NOON + 2,
      member: aigul.member,
      device: aigul.device,
      flags: [],
      corrections: [],
    });
  });

  test('may be unplanned, partial, or none at all with a reason', () => {
    const { branch, clinic, bread } = morning;
    const unplanned = does(aigul, delivery(clinic, { lines: [amount(bread, 2.5)] }));
    expect(branch.body('delivery', unplanned)).toMatchObject({ run: null, stop: null, flags: [] });
    const nothing = does(aigul, delivery(clinic, { reason: 'roadBlocked', how: 'told' }));
    expect(branch.body('delivery', nothing)).toMatchObject({
      lines: [],
      reason: 'roadBlocked',
      how: 'told',
      flags: [],
    });
  });

  test('is recorded by drivers and organisers, and by nobody who waits', () => {
    const { branch } = morning;
    expect(does(dana, atPost())).toBeTruthy();
    expect(branch.does(rustem, atPost())).toEqual(refused('notAllowed'));
  });

  test('is never refused because the plan changed meanwhile: it counts, and is flagged', () => {
    does(dana, { name: 'runCancel', args: { run: morning.run, reason: 'snow' } });
    expect(flagsOf(does(aigul, atPost()))).toEqual(['runCancelled']);
    morning = breakfast();
    does(aigul, { name: 'runComplete', args: { run: morning.run } });
    expect(flagsOf(does(aigul, atPost()))).toEqual(['runClosed']);
    morning = breakfast();
    does(dana, { name: 'runAssign', args: { run: morning.run, driver: bolat.member } });
    expect(flagsOf(does(aigul, atPost()))).toEqual(['runNotTheirs']);
    expect(flagsOf(does(dana, atPost()))).toEqual([]);
  });

  test('at another place than the stop, or at a stop that is none, is flagged', () => {
    const { run, clinic, post } = morning;
    expect(flagsOf(does(aigul, delivery(clinic, { run, stop: 0 })))).toEqual(['stopUnknown']);
    expect(flagsOf(does(aigul, delivery(post, { run, stop: 7 })))).toEqual(['stopUnknown']);
    expect(flagsOf(does(aigul, delivery(post, { run: null, stop: 0 })))).toEqual(['stopUnknown']);
    expect(flagsOf(does(aigul, delivery(post, { run })))).toEqual([]);
  });

  test('of a run that nobody has heard of is flagged, and all that is wrong is said', () => {
    expect(flagsOf(does(aigul, delivery(morning.post, { run: unknown, stop: 0 })))).toEqual(['runUnknown']);
    does(dana, { name: 'runAssign', args: { run: morning.run, driver: bolat.member } });
    does(bolat, { name: 'runComplete', args: { run: morning.run } });
    const late = delivery(morning.clinic, { run: morning.run, stop: 0 });
    expect(flagsOf(does(aigul, late))).toEqual(['runClosed', 'runNotTheirs', 'stopUnknown']);
  });

  test('twice at the same stop is two facts', () => {
    const first = does(aigul, atPost());
    const second = does(dana, atPost());
    expect(first).not.toBe(second);
    expect(flagsOf(second)).toEqual([]);
  });

  test('of a run that this phone does not hold is recorded there all the same, without a flag', () => {
    const { branch } = morning;
    const tried = branch.tries(bolat, atPost());
    expect(tried).toMatchObject({ ok: true, value: [{ kind: 'delivery', body: { flags: [] } }] });
    expect(flagsOf(does(bolat, atPost()))).toEqual(['runNotTheirs']);
  });
});

describe('a correction', () => {
  test('is a fact of its own: the delivery stays as it was recorded, and names it', () => {
    const { branch, tea } = morning;
    const id = does(aigul, atPost());
    const corrected = does(aigul, correction(id, 15));
    expect(branch.body('correction', corrected)).toEqual({
      delivery: id,
      deliveryMember: aigul.member,
      lines: [amount(tea, 15)],
      reason: 'notEnough',
      note: 'one flask leaked',
      recordedAt: NOON + 3,
      member: aigul.member,
    });
    expect(branch.body('delivery', id)).toMatchObject({ lines: [amount(tea, 20)], corrections: [corrected] });
    const withdrawn = does(aigul, withdrawal(id));
    expect(branch.body('correction', withdrawn)).toMatchObject({ lines: null, reason: null, note: 'wrong place' });
    expect(branch.body('delivery', id)?.corrections).toEqual([corrected, withdrawn]);
  });

  test('by a driver is of their own deliveries only; an organiser corrects any', () => {
    const { branch } = morning;
    const id = does(aigul, atPost());
    expect(branch.does(bolat, correction(id, 15))).toEqual(refused('notYours'));
    expect(branch.does(bolat, withdrawal(id))).toEqual(refused('notYours'));
    expect(branch.body('delivery', id)?.corrections).toEqual([]);
    const byDana = does(dana, correction(id, 15));
    expect(branch.body('correction', byDana)).toMatchObject({ member: dana.member, deliveryMember: aigul.member });
  });

  test('of a delivery that is not there is refused, on the phone too', () => {
    const { branch } = morning;
    expect(branch.does(aigul, correction(unknown, 15))).toEqual(refused('notFound'));
    expect(branch.does(dana, withdrawal(unknown))).toEqual(refused('notFound'));
    const byDana = does(dana, atPost());
    expect(branch.tries(bolat, correction(byDana, 15))).toEqual(refused('notFound'));
    // On whose run it was sees that it is there, and that it is somebody else's.
    expect(branch.tries(aigul, correction(byDana, 15))).toEqual(refused('notYours'));
  });

  test('is welcome as often as people err, and the delivery names the latest', () => {
    const { branch } = morning;
    const id = does(aigul, atPost());
    const all = Array.from({ length: MAX_CORRECTIONS + 3 }, (_, index) => does(aigul, correction(id, index)));
    expect(branch.body('delivery', id)?.corrections).toEqual(all.slice(3));
  });
});
