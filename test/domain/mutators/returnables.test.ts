import { beforeEach, expect, test } from 'vitest';

import type { RowId } from '#domain/scalars.ts';
import { aigul, amount, bolat, type Breakfast, breakfast, counted, dana, delivery } from '#test/support/breakfast.ts';
import { freshFeeds, heldBy } from '#test/support/fresh-feeds.ts';
import { audiencesOfHand, BRANCH, granted, type Hand, refused } from '#test/support/test-branch.ts';

let morning: Breakfast;
let thermos: RowId;

beforeEach(() => {
  morning = breakfast();
  thermos = granted(morning.branch.does(dana, { name: 'returnableCreate', args: { fields: { name: 'Thermos' } } }));
});

const heldOf = (hand: Hand) => heldBy(freshFeeds(BRANCH, morning.branch.rows.values()), audiencesOfHand(hand));

test('a count is kept as it was said, and never refused: not for a cancelled run, not for one that nobody knows', () => {
  const { branch, run } = morning;
  granted(branch.does(dana, { name: 'runCancel', args: { run, reason: '' } }));
  for (const about of [run, 'nobody0000000000.9' as RowId]) {
    const made = granted(branch.does(bolat, counted(about, 'out', [amount(thermos, 4)])));
    expect(branch.body('returnableCount', made)).toMatchObject({
      run: about,
      member: bolat.member,
      lines: [{ count: 4_000 }],
    });
  }
});

test('a recount changes nothing of the count before it', () => {
  const { branch, run } = morning;
  const first = granted(branch.does(aigul, counted(run, 'out', [amount(thermos, 4)])));
  const before = branch.body('returnableCount', first);
  granted(branch.does(aigul, counted(run, 'out', [amount(thermos, 5)], { insteadOf: first })));
  expect(branch.body('returnableCount', first)).toEqual(before);
});

test('what there is to count is the organisers’ to say', () => {
  const fields = { name: 'Crate' };
  expect(morning.branch.does(aigul, { name: 'returnableCreate', args: { fields } })).toEqual(refused('notAllowed'));
});

test('a run that passes on takes along what was recorded, without who it was and what they wrote', () => {
  const { branch, run, post, tea } = morning;
  const said = { run, stop: 0, lines: [amount(tea, 20)], note: 'left it with the medic' };
  const made = granted(branch.does(aigul, delivery(post, said)));
  const out = granted(branch.does(aigul, counted(run, 'out', [amount(thermos, 4)])));
  granted(
    branch.does(dana, { name: 'deliveryCorrect', args: { delivery: made, lines: [], reason: null, note: 'she said' } }),
  );
  const correction = branch.body('delivery', made)?.corrections[0];
  expect(heldOf(bolat).has(`delivery/${made}`)).toBe(false);

  granted(branch.does(dana, { name: 'runAssign', args: { run, driver: bolat.member } }));
  const held = heldOf(bolat);
  expect(held.get(`delivery/${made}`)?.body).toMatchObject({
    lines: [{ count: 20_000 }],
    note: '',
    member: null,
    device: null,
  });
  expect(held.get(`correction/${correction}`)?.body).toMatchObject({ note: '', member: null, deliveryMember: null });
  expect(held.get(`returnableCount/${out}`)?.body).toMatchObject({ lines: [{ count: 4_000 }], member: null });
  expect(heldOf(aigul).get(`delivery/${made}`)?.body).toMatchObject({
    note: 'left it with the medic',
    member: aigul.member,
  });

  granted(branch.does(dana, { name: 'runAssign', args: { run, driver: null } }));
  for (const kind of ['delivery', 'correction', 'returnableCount']) {
    expect([...heldOf(bolat).keys()].filter((key) => key.startsWith(`${kind}/`))).toEqual([]);
  }
});

test('what an organiser was told by telephone is done on the driver’s phone too', () => {
  const { branch, run, post } = morning;
  const made = granted(branch.does(dana, delivery(post, { run, stop: 0, how: 'told' })));
  expect(heldOf(aigul).get(`delivery/${made}`)?.body).toMatchObject({ how: 'told', member: null });
});
