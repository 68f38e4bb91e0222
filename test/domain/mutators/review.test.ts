import { beforeEach, describe, expect, test } from 'vitest';

import type { Mutation } from '#domain/mutators.ts';
import type { Row } from '#domain/rows.ts';
import {
  aigul,
  amount,
  type Breakfast,
  breakfast,
  dana,
  delivery,
  facts,
  inviteIdOf,
  rustem,
} from '#test/support/breakfast.ts';
import { granted, NOON, refused } from '#test/support/test-branch.ts';

const KEPT = inviteIdOf('kept');

let morning: Breakfast;
beforeEach(() => {
  morning = breakfast();
});

/** What the server writes when a blocked phone still brings a delivery. */
function keepAside(): void {
  const { branch, post, tea } = morning;
  const args = JSON.stringify(facts(post, { lines: [amount(tea, 12)] }));
  const { device, member } = aigul;
  const times = { claimedAt: NOON - 60_000, receivedAt: NOON };
  const body: Row<'aside'>['body'] = {
    device,
    member,
    number: 9,
    name: 'deliveryRecord',
    args,
    reason: 'revoked',
    ...times,
  };
  branch.rows.set(`aside/${KEPT}`, { kind: 'aside', id: KEPT, body });
}

function takeIn(): Mutation {
  const { post, tea, run } = morning;
  return { name: 'asideTakeIn', args: { aside: KEPT, ...facts(post, { run, stop: 0, lines: [amount(tea, 12)] }) } };
}

describe('what was kept aside', () => {
  test('counts once an organiser takes it in: whose it is, when it was, and that an organiser said so', () => {
    keepAside();
    granted(morning.branch.does(dana, takeIn()));
    expect(morning.branch.body('delivery', KEPT)).toMatchObject({
      lines: [amount(morning.tea, 12)],
      how: 'review',
      member: aigul.member,
      device: aigul.device,
      recordedAt: NOON - 60_000,
      flags: [],
    });
    expect(morning.branch.body('review', KEPT)).toMatchObject({ decision: 'takenIn', member: dana.member });
  });

  test('counts once also when two organisers take it in', () => {
    keepAside();
    granted(morning.branch.does(dana, takeIn()));
    expect(morning.branch.does({ ...dana, device: aigul.device }, takeIn())).toEqual(refused('alreadyThere'));
  });

  test('counts also where a restored server has forgotten that it was kept aside', () => {
    granted(morning.branch.does(dana, takeIn()));
    expect(morning.branch.body('delivery', KEPT)).toMatchObject({ how: 'review', member: null, device: null });
  });

  test('is flagged like any delivery of a run that is over', () => {
    granted(morning.branch.does(dana, { name: 'runCancel', args: { run: morning.run, reason: 'snow' } }));
    granted(morning.branch.does(dana, takeIn()));
    expect(morning.branch.body('delivery', KEPT)?.flags).toEqual(['runCancelled']);
  });
});

describe('a decision', () => {
  const keep: Mutation = { name: 'reviewDecide', args: { about: KEPT, decision: 'kept', seen: ['runClosed'] } };

  test('is written down with what was odd and who looked, and the last one counts', () => {
    const { branch, post } = morning;
    const about = granted(branch.does(aigul, delivery(post)));
    const decide = (decision: 'kept' | 'open') =>
      granted(branch.does(dana, { name: 'reviewDecide', args: { about, decision, seen: ['runClosed'] } }));
    decide('kept');
    expect(branch.body('review', about)).toMatchObject({ decision: 'kept', seen: ['runClosed'], member: dana.member });
    decide('open');
    expect(branch.body('review', about)?.decision).toBe('open');
  });

  test('is an organiser’s', () => {
    for (const hand of [aigul, rustem]) {
      expect(morning.branch.does(hand, keep)).toEqual(refused('notAllowed'));
      expect(morning.branch.does(hand, takeIn())).toEqual(refused('notAllowed'));
    }
  });
});
