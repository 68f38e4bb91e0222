import { expect, test } from 'vitest';

import type { CorrectionBody, DeliveryBody } from '#domain/delivery.ts';
import type { AsideBody, ReviewBody } from '#domain/review.ts';
import type { RowId } from '#domain/scalars.ts';
import { factsOf, type ReviewRows, reviewTray } from '#domain/views/review-tray.ts';
import { aigul, amount, breakfast, facts, TODAY } from '#test/support/breakfast.ts';

const { post, run, tea } = breakfast();
const id = (number: number): RowId => `${aigul.device}.${number}` as RowId;
const KEPT = 'k'.repeat(26) as RowId;

const delivery = (number: number, body: Partial<DeliveryBody> = {}) => ({
  id: id(number),
  body: {
    ...facts(post, { run, stop: 0, lines: [amount(tea, 20)], on: TODAY }),
    how: 'atStop' as const,
    recordedAt: 1_000 + number,
    member: aigul.member,
    device: aigul.device,
    flags: [],
    corrections: [],
    ...body,
  },
});
const aside = (body: Partial<AsideBody> = {}) => ({
  id: KEPT,
  body: {
    device: aigul.device,
    member: aigul.member,
    number: 9,
    name: 'deliveryRecord',
    args: JSON.stringify({ ...facts(post, { lines: [amount(tea, 12)] }), how: 'atStop' }),
    reason: 'revoked' as const,
    claimedAt: 900,
    receivedAt: 5_000,
    ...body,
  },
});
const review = (decision: ReviewBody['decision'], seen: ReviewBody['seen'] = []): ReviewBody => ({
  decision,
  seen,
  member: null,
  decidedAt: 6_000,
});
const trayOf = (rows: Partial<ReviewRows>) =>
  reviewTray({ deliveries: [], correctionsById: new Map(), asides: [], reviewsById: new Map(), ...rows });
const idsOf = (items: readonly { readonly id: RowId }[]) => items.map((item) => item.id);

test('a record as planned needs nobody', () => {
  expect(trayOf({ deliveries: [delivery(1), delivery(2, { stop: 1 })] })).toEqual({ open: [], decided: [] });
});

test('a flagged record waits, however old, until somebody has looked at all that is odd about it', () => {
  const flagged = delivery(1, { flags: ['runClosed', 'clockWrong'] });
  const decidedWith = (seen: ReviewBody['seen']) =>
    trayOf({ deliveries: [flagged], reviewsById: new Map([[flagged.id, review('kept', seen)]]) });
  expect(idsOf(trayOf({ deliveries: [flagged] }).open)).toEqual([flagged.id]);
  expect(idsOf(decidedWith(['runClosed']).open)).toEqual([flagged.id]);
  expect(decidedWith(['runClosed', 'clockWrong'])).toMatchObject({ open: [], decided: [{ id: flagged.id }] });
});

test('a decision that was taken back waits again', () => {
  const flagged = delivery(1, { flags: ['runClosed'] });
  const reviewsById = new Map([[flagged.id, review('open', ['runClosed'])]]);
  expect(idsOf(trayOf({ deliveries: [flagged], reviewsById }).open)).toEqual([flagged.id]);
});

test('two records of one stop are one thing to decide, and a third one asks again', () => {
  const both = [delivery(1), delivery(2)];
  const seen = new Map(both.map((row) => [row.id, review('kept', ['twice'])]));
  const [first] = trayOf({ deliveries: both }).open;
  expect(first?.type === 'odd' && idsOf(first.records)).toEqual([id(1), id(2)]);
  expect(trayOf({ deliveries: both, reviewsById: seen }).open).toEqual([]);
  expect(trayOf({ deliveries: [...both, delivery(3)], reviewsById: seen }).open).toHaveLength(1);
});

test('a second record asks although the first was looked at for another reason', () => {
  const flagged = delivery(1, { flags: ['runClosed'] });
  const reviewsById = new Map([[flagged.id, review('kept', ['runClosed'])]]);
  expect(trayOf({ deliveries: [flagged, delivery(2)], reviewsById }).open).toHaveLength(1);
});

test('a record that was taken back is no second one, and its flag needs nobody', () => {
  const withdrawn: CorrectionBody = {
    delivery: id(2),
    deliveryMember: null,
    lines: null,
    reason: null,
    note: '',
    recordedAt: 2_000,
    member: null,
  };
  const second = delivery(2, { corrections: [id(4)], flags: ['runClosed'] });
  expect(trayOf({ deliveries: [delivery(1), second], correctionsById: new Map([[id(4), withdrawn]]) }).open).toEqual(
    [],
  );
});

test('what the server keeps aside waits until it is decided, and says what it would be', () => {
  const [item] = trayOf({ asides: [aside()] }).open;
  expect(item).toMatchObject({ type: 'aside', decision: 'open', wasTakenIn: false, beside: undefined });
  expect(item?.type === 'aside' && factsOf(item.mutation)).toEqual(facts(post, { lines: [amount(tea, 12)] }));
  for (const decision of ['kept', 'takenIn', 'setAside'] as const) {
    const tray = trayOf({ asides: [aside()], reviewsById: new Map([[KEPT, review(decision)]]) });
    expect(tray).toMatchObject({ open: [], decided: [{ id: KEPT, decision }] });
  }
});

test('of a copied phone both sides are shown', () => {
  const tray = trayOf({ asides: [aside({ reason: 'fork', number: 1 })], deliveries: [delivery(1)] });
  expect(tray.open).toMatchObject([{ type: 'aside', beside: { id: id(1) } }]);
});

test('what nobody here can read waits like the rest', () => {
  for (const args of [null, '{', '{"run":1}']) {
    expect(trayOf({ asides: [aside({ args })] }).open).toMatchObject([{ mutation: null }]);
  }
  const [run] = trayOf({ asides: [aside({ name: 'runAccept', args: JSON.stringify({ run: id(3) }) })] }).open;
  expect(run?.type === 'aside' && factsOf(run.mutation)).toBeUndefined();
});

test('the oldest is first, and what was decided last is first below', () => {
  const old = delivery(1, { flags: ['runClosed'], stop: 1 });
  const next = delivery(2, { flags: ['runClosed'] });
  expect(idsOf(trayOf({ deliveries: [next, old], asides: [aside()] }).open)).toEqual([old.id, next.id, KEPT]);
});
