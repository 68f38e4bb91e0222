import { describe, expect, test } from 'vitest';

import type { CorrectionBody, DeliveryBody } from '#domain/delivery.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { countedDelivery } from '#domain/views/counted-delivery.ts';
import { leftovers } from '#domain/views/leftovers.ts';
import { loadingList } from '#domain/views/loading-list.ts';
import { amount } from '#test/support/breakfast.ts';

const [tea, bread, soup] = ['tea', 'bread', 'soup'] as [RowId, RowId, RowId];
const [first, second] = ['c1', 'c2'] as [RowId, RowId];

const recorded: DeliveryBody = {
  run: null,
  stop: null,
  checkpoint: 'post' as RowId,
  on: '2026-01-15' as Day,
  window: null,
  lines: [amount(tea, 20)],
  reason: null,
  note: '',
  how: 'atStop',
  recordedAt: 0,
  member: null,
  device: null,
  flags: [],
  corrections: [first, second],
};
const correction = (part: Partial<CorrectionBody>): CorrectionBody => ({
  delivery: 'd' as RowId,
  deliveryMember: null,
  lines: null,
  reason: null,
  note: '',
  recordedAt: 0,
  member: null,
  ...part,
});

describe('what counts of a delivery', () => {
  test('is what was recorded, until somebody corrects it', () => {
    expect(countedDelivery({ ...recorded, corrections: [] }, new Map())).toEqual({
      type: 'stands',
      lines: [amount(tea, 20)],
      reason: null,
      isCorrected: false,
    });
  });

  test('is what the last correction says, in the order of the server', () => {
    const byId = new Map([
      [second, correction({ lines: [amount(tea, 5)], reason: 'notEnough' })],
      [first, correction({ lines: [amount(tea, 15)] })],
    ]);
    expect(countedDelivery(recorded, byId)).toEqual({
      type: 'stands',
      lines: [amount(tea, 5)],
      reason: 'notEnough',
      isCorrected: true,
    });
  });

  test('is nothing when it was withdrawn, and something again when it is corrected after that', () => {
    const withdrawn = correction({ lines: null });
    const standing = correction({ lines: [] });
    expect(
      countedDelivery(
        recorded,
        new Map([
          [first, standing],
          [second, withdrawn],
        ]),
      ).type,
    ).toBe('withdrawn');
    expect(
      countedDelivery(
        recorded,
        new Map([
          [first, withdrawn],
          [second, standing],
        ]),
      ),
    ).toMatchObject({ type: 'stands', lines: [] });
  });

  test('passes over a correction that this phone has not received yet', () => {
    const byId = new Map([[first, correction({ lines: [amount(tea, 15)] })]]);
    expect(countedDelivery(recorded, byId)).toMatchObject({ lines: [amount(tea, 15)], isCorrected: true });
  });
});

test('the loading list names each item once, summed over all stops, in the order of first need', () => {
  const stop = (...lines: readonly ReturnType<typeof amount>[]) => ({ checkpoint: 'x' as RowId, lines: [...lines] });
  expect(loadingList([stop(amount(tea, 20), amount(bread, 2.5)), stop(amount(soup, 1), amount(tea, 0.5))])).toEqual([
    amount(tea, 20.5),
    amount(bread, 2.5),
    amount(soup, 1),
  ]);
  expect(loadingList([])).toEqual([]);
});

describe('what is left in the car', () => {
  const record = (...lines: readonly ReturnType<typeof amount>[]) => ({ lines });
  const handedOver = (...lines: readonly ReturnType<typeof amount>[]) => ({ records: [record(...lines)] });

  test('is what was loaded and not handed over', () => {
    const stops = [handedOver(amount(tea, 12.5)), handedOver(amount(bread, 2), amount(tea, 2.5))];
    expect(leftovers([amount(tea, 20), amount(bread, 2), amount(soup, 1)], stops, [])).toEqual([
      amount(tea, 5),
      amount(soup, 1),
    ]);
  });

  test('is without what was given on the way, where nobody had planned it', () => {
    expect(leftovers([amount(tea, 20)], [handedOver(amount(tea, 12))], [record(amount(tea, 3))])).toEqual([
      amount(tea, 5),
    ]);
  });

  test('is never less than nothing, nor of what was never loaded', () => {
    expect(leftovers([amount(tea, 1)], [handedOver(amount(tea, 2), amount(bread, 1))], [])).toEqual([]);
  });

  test('counts an item that was loaded in two portions once', () => {
    expect(leftovers([amount(tea, 10), amount(tea, 5)], [handedOver(amount(tea, 12))], [])).toEqual([amount(tea, 3)]);
  });
});
