import { beforeEach, describe, expect, test } from 'vitest';

import type { Args, Mutation } from '#domain/mutators.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';
import { amount, type Breakfast, breakfast, dana, inviteIdOf, operator, TODAY } from '#test/support/breakfast.ts';
import { granted, refused } from '#test/support/test-branch.ts';

const unknown = 'dana000000000000.999' as RowId;
let morning: Breakfast;
let bakery: RowId;
beforeEach(() => {
  morning = breakfast();
  const fields = { name: 'Bakery', language: 'kk' } as const;
  bakery = granted(morning.branch.does(dana, { name: 'sponsorCreate', args: { fields } }));
});
const loaves = (other: Partial<Args<'pledgeMake'>['fields']> = {}): Mutation => {
  const what = { ...amount(morning.bread, 40), from: TODAY, until: TODAY };
  return {
    name: 'pledgeMake',
    args: { fields: { sponsor: bakery, ...what, window: null, district: '', need: null, ...other } },
  };
};

describe('a pledge', () => {
  test('that an organiser enters is confirmed, and ends when somebody ends it', () => {
    const { branch } = morning;
    const pledge = granted(branch.does(dana, loaves()));
    expect(branch.body('pledge', pledge)).toMatchObject({ status: 'confirmed', count: 40_000 });
    granted(branch.does(dana, { name: 'pledgeClose', args: { pledge } }));
    expect(branch.body('pledge', pledge)?.status).toBe('closed');
    expect(branch.does(dana, { name: 'pledgeConfirm', args: { pledge } })).toEqual(refused('closed'));
  });

  test('that a sponsor offers by the link waits for an organiser', () => {
    const { branch, run } = morning;
    const pledge = granted(branch.does(operator, loaves()));
    expect(branch.body('pledge', pledge)?.status).toBe('offered');
    const load: Mutation = { name: 'runLoad', args: { run, lines: [{ pledge, count: 1_000 as Count }] } };
    expect(branch.does(dana, load)).toEqual(refused('notConfirmed'));
    granted(branch.does(dana, { name: 'pledgeConfirm', args: { pledge } }));
    granted(branch.does(dana, load));
  });

  test('names things that are there and open, and ends after it begins', () => {
    const { branch, bread } = morning;
    expect(branch.does(dana, loaves({ sponsor: unknown }))).toEqual(refused('notFound'));
    expect(branch.does(dana, loaves({ item: unknown }))).toEqual(refused('notFound'));
    expect(branch.does(dana, loaves({ until: '2026-01-14' as Day }))).toEqual(refused('endsBeforeStart'));
    granted(branch.does(dana, { name: 'itemClose', args: { id: bread } }));
    expect(branch.does(dana, loaves())).toEqual(refused('closed'));
  });

  test('of a sponsor who gives no longer is refused, and so is a link for them', () => {
    const { branch } = morning;
    granted(branch.does(dana, { name: 'sponsorClose', args: { id: bakery } }));
    expect(branch.does(dana, loaves())).toEqual(refused('closed'));
    const link: Mutation = {
      name: 'sponsorLinkCreate',
      args: { id: inviteIdOf('bakery'), sponsor: bakery, expiresAt: null },
    };
    expect(branch.does(dana, link)).toEqual(refused('closed'));
  });
});

describe('whose food a run carries', () => {
  test('is said all at once, names the item of the pledge, and can be said anew', () => {
    const { branch, run, bread } = morning;
    const [first, second] = [granted(branch.does(dana, loaves())), granted(branch.does(dana, loaves()))];
    const load = (...lines: { pledge: RowId; count: number }[]): Mutation => ({
      name: 'runLoad',
      args: { run, lines: lines.map((line) => ({ ...line, count: line.count as Count })) },
    });
    granted(branch.does(dana, load({ pledge: first, count: 2_000 }, { pledge: second, count: 500 })));
    expect(branch.body('load', run)?.lines).toEqual([
      { pledge: first, item: bread, count: 2_000 },
      { pledge: second, item: bread, count: 500 },
    ]);
    granted(branch.does(dana, load({ pledge: second, count: 2_500 })));
    expect(branch.body('load', run)?.lines).toEqual([{ pledge: second, item: bread, count: 2_500 }]);
  });

  test('must be known: neither a run nor a pledge may be missing', () => {
    const { branch, run } = morning;
    const none = { pledge: unknown, count: 1_000 as Count };
    expect(branch.does(dana, { name: 'runLoad', args: { run, lines: [none] } })).toEqual(refused('notFound'));
    expect(branch.does(dana, { name: 'runLoad', args: { run: unknown, lines: [] } })).toEqual(refused('notFound'));
  });
});

test('a link is made once and withdrawn for good', () => {
  const { branch } = morning;
  const id = inviteIdOf('bakery');
  const create: Mutation = { name: 'sponsorLinkCreate', args: { id, sponsor: bakery, expiresAt: null } };
  granted(branch.does(dana, create));
  expect(branch.does(dana, create)).toEqual(refused('alreadyThere'));
  granted(branch.does(dana, { name: 'sponsorLinkRevoke', args: { id } }));
  expect(branch.body('sponsorLink', id)?.status).toBe('revoked');
  expect(branch.does(dana, create)).toEqual(refused('alreadyThere'));
});
