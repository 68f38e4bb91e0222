import { beforeEach, describe, expect, test } from 'vitest';

import {
  aigul,
  bolat,
  type Breakfast,
  breakfast,
  dana,
  enrolment,
  enrols,
  invite,
  inviteIdOf,
  operator,
  rustem,
} from '#test/support/breakfast.ts';
import { granted, type Hand, handOf, refused } from '#test/support/test-branch.ts';
import type { RowId } from '#domain/scalars.ts';

let morning: Breakfast;
beforeEach(() => {
  morning = breakfast();
});
const rowIdOf = (hand: Hand) => hand.device as string as RowId;
const newcomer = (name: string): Hand => handOf(name, 'newcomer');

describe('an invite', () => {
  test('of an organiser is open, and says for whom and until when', () => {
    const { branch } = morning;
    granted(branch.does(dana, { name: 'inviteCreate', args: invite('saule', { label: 'Saule, with the van' }) }));
    expect(branch.body('invite', inviteIdOf('saule'))).toEqual({
      role: 'driver',
      label: 'Saule, with the van',
      expiresAt: Date.UTC(2026, 0, 16),
      status: 'open',
      usedBy: null,
      fromOperator: false,
      member: null,
    });
  });

  test('cannot be made a second time under the same id', () => {
    const { branch } = morning;
    granted(branch.does(dana, { name: 'inviteCreate', args: invite('saule') }));
    expect(branch.does(dana, { name: 'inviteCreate', args: invite('saule') })).toEqual(refused('alreadyThere'));
  });

  test('that was withdrawn lets nobody in, and a used one cannot be withdrawn', () => {
    const { branch } = morning;
    granted(branch.does(dana, { name: 'inviteCreate', args: invite('saule') }));
    granted(branch.does(dana, { name: 'inviteRevoke', args: { id: inviteIdOf('saule') } }));
    expect(enrols(branch, newcomer('saule'), 'saule')).toEqual(refused('inviteRevoked'));
    const used = { name: 'inviteRevoke', args: { id: inviteIdOf(aigul.device) } } as const;
    expect(branch.does(dana, used)).toEqual(refused('inviteUsed'));
    const unknown = { name: 'inviteRevoke', args: { id: inviteIdOf('nobody') } } as const;
    expect(branch.does(dana, unknown)).toEqual(refused('notFound'));
  });

  test('for a known member must be for their role, and for somebody who is there', () => {
    const { branch } = morning;
    const forAigul = invite('second', { role: 'organiser', member: aigul.member });
    expect(branch.does(dana, { name: 'inviteCreate', args: forAigul })).toEqual(refused('notAllowed'));
    const forNobody = invite('second', { member: 'nobody0000000000.1' as RowId });
    expect(branch.does(dana, { name: 'inviteCreate', args: forNobody })).toEqual(refused('notFound'));
  });
});

describe('who enrols', () => {
  test('becomes a driver with a phone, and the invite is used', () => {
    const { branch } = morning;
    expect(branch.body('member', `${aigul.device}.1` as RowId)).toEqual({
      name: `Called ${aigul.device}`,
      role: 'driver',
      status: 'active',
      phone: null,
    });
    expect(branch.body('device', rowIdOf(aigul))).toMatchObject({ member: aigul.member, status: 'active' });
    expect(branch.body('invite', inviteIdOf(aigul.device))).toMatchObject({ status: 'used', usedBy: aigul.device });
  });

  test('as an organiser waits to be confirmed, unless the operator invited', () => {
    const { branch } = morning;
    expect(branch.body('member', rustem.member as RowId)?.status).toBe('waiting');
    expect(branch.body('member', dana.member as RowId)?.status).toBe('active');
  });

  test('needs an invite that is there and that nobody used', () => {
    const { branch } = morning;
    expect(enrols(branch, newcomer('saule'), 'saule')).toEqual(refused('inviteUnknown'));
    expect(enrols(branch, newcomer('saule'), aigul.device)).toEqual(refused('inviteUsed'));
  });

  test('on another phone is the same member, whose telephone is now known', () => {
    const { branch } = morning;
    const second = newcomer('aigul2');
    granted(branch.does(dana, { name: 'inviteCreate', args: invite('second', { member: aigul.member }) }));
    granted(branch.does(second, enrolment('second', { phone: '+7 701 000 00 01' })));
    expect(branch.body('device', rowIdOf(second))?.member).toBe(aigul.member);
    expect(branch.body('member', aigul.member as RowId)).toMatchObject({
      name: `Called ${aigul.device}`,
      phone: '+7 701 000 00 01',
    });
    expect(branch.body('member', 'aigul20000000000.1' as RowId)).toBeUndefined();
  });

  test('2.4 does so with the first entry of the log and no later one', () => {
    const { branch } = morning;
    expect(branch.does(aigul, enrolment(aigul.device))).toEqual(refused('notAllowed'));
  });
});

describe('9.3 who comes back to a server that forgot them', () => {
  test('is the same member again, as the credential says, without an invite', () => {
    const { branch } = morning;
    const driver = handOf('lost', 'driver');
    granted(branch.does(driver, enrolment('forgotten')));
    expect(branch.body('member', driver.member as RowId)).toMatchObject({ role: 'driver', status: 'active' });
    expect(branch.body('device', rowIdOf(driver))).toMatchObject({ member: driver.member, status: 'active' });
    const organiser = handOf('lost2', 'waiting');
    granted(branch.does(organiser, enrolment('forgotten')));
    expect(branch.body('member', organiser.member as RowId)).toMatchObject({ role: 'organiser', status: 'waiting' });
  });

  test('uses up the invite that the older backup still shows as open', () => {
    const { branch } = morning;
    const driver = handOf('lost', 'driver');
    granted(branch.does(dana, { name: 'inviteCreate', args: invite('lost') }));
    granted(branch.does(driver, enrolment('lost')));
    expect(enrols(branch, newcomer('thief'), 'lost')).toEqual(refused('inviteUsed'));
  });

  test('changes nothing that is still there: a revoked phone stays revoked, a name stays as it is', () => {
    const { branch } = morning;
    granted(branch.does(dana, { name: 'deviceRevoke', args: { device: rowIdOf(aigul) } }));
    const before = new Map(branch.rows);
    branch.forgetNumbers();
    granted(branch.does(aigul, enrolment(aigul.device, { name: 'Somebody else' })));
    expect(new Map(branch.rows)).toEqual(before);
  });
});

describe('people and phones', () => {
  test('an organiser adds a volunteer by name, who can be given runs and has no phone', () => {
    const { branch, run } = morning;
    const added = granted(branch.does(dana, { name: 'memberAdd', args: { name: 'Old Serik', phone: null } }));
    expect(branch.body('member', added)).toEqual({ name: 'Old Serik', role: 'driver', status: 'active', phone: null });
    expect(branch.does(dana, { name: 'runAssign', args: { run, driver: added } }).ok).toBe(true);
  });

  test('an organiser confirms another; a waiting one confirms nobody', () => {
    const { branch } = morning;
    const confirm = { name: 'memberConfirm', args: { member: rustem.member as RowId } } as const;
    expect(branch.does(rustem, confirm)).toEqual(refused('notAllowed'));
    granted(branch.does(dana, confirm));
    expect(branch.body('member', rustem.member as RowId)?.status).toBe('active');
    const nobody = { name: 'memberConfirm', args: { member: 'nobody' as RowId } } as const;
    expect(branch.does(dana, nobody)).toEqual(refused('notFound'));
  });

  test('a lost phone is revoked, but not the one in one’s own hand', () => {
    const { branch } = morning;
    granted(branch.does(dana, { name: 'deviceRevoke', args: { device: rowIdOf(bolat) } }));
    expect(branch.body('device', rowIdOf(bolat))?.status).toBe('revoked');
    expect(branch.does(dana, { name: 'deviceRevoke', args: { device: rowIdOf(dana) } })).toEqual(refused('ownDevice'));
    const unknown = { name: 'deviceRevoke', args: { device: 'unknown' as RowId } } as const;
    expect(branch.does(dana, unknown)).toEqual(refused('notFound'));
  });

  test('the branch has a name and a clock of its own', () => {
    const { branch } = morning;
    const named = { name: 'Kokshetau', utcOffsetMinutes: 300 };
    granted(branch.does(operator, { name: 'branchAmend', args: named }));
    expect(branch.body('branch', 'kokshetau' as RowId)).toEqual(named);
  });
});
