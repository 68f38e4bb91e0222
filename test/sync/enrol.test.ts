import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { pendingEnrolment } from '#store/enrolment.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import { resumeEnrolment } from '#sync/enrol.ts';
import { allRows } from '#test/store/support/test-store.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

import { enter, realPhone } from './support/real-phone.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

describe('enrolment', () => {
  test('5.5 an invited phone becomes a member of the role that the invite gives', async () => {
    const phone = await realPhone(server);
    const entered = await enter(phone, await server.invite('driver'), 'Aigerim');
    expect(entered.ok && entered.value.role).toBe('driver');
    expect(await phone.store.beginning()).toBe('enrolled');
    await phone.settle();
    const identity = await phone.store.identity();
    expect((await allRows(phone.store)).get(`member/${identity?.member}`)).toMatchObject({
      name: 'Aigerim',
      role: 'driver',
    });
    expect(await unsentCount(phone.store)).toEqual({ unsent: 0, needsYou: 0 });
  });

  test('5.5 a lost answer is asked for again as the same device, even after the app was closed', async () => {
    const phone = await realPhone(server);
    const secret = await server.invite('driver');
    phone.fates.push('arrives', 'lostComing');
    expect(await enter(phone, secret, 'Dauren')).toEqual({ ok: false, error: { code: 'unreachable' } });
    const pending = await pendingEnrolment(phone.store);
    const again = await phone.reopen();
    const resumed = await resumeEnrolment(again.ports);
    expect(resumed?.ok === true && resumed.value.device).toBe(pending?.device);
    expect(await resumeEnrolment(again.ports)).toBe(null);
    await again.settle();
    expect([...(await allRows(again.store)).keys()].filter((key) => key.startsWith('device/'))).toHaveLength(1);
  });

  test('5.5 an invite serves one phone, and the second one is as new as before', async () => {
    const secret = await server.invite('driver');
    await enter(await realPhone(server), secret, 'First');
    const second = await realPhone(server);
    expect(await enter(second, secret, 'Second')).toEqual({ ok: false, error: { code: 'inviteUsed' } });
    expect(await pendingEnrolment(second.store)).toBe(null);
    expect(await second.store.beginning()).toBe('new');
    expect((await enter(second, await server.invite('driver'), 'Second')).ok).toBe(true);
  });

  test('5.5 an invite is read as people write it', async () => {
    const secret = await server.invite('driver');
    const written = `${secret.slice(0, 4)}-${secret.slice(4, 8)} ${secret.slice(8)}`.toUpperCase();
    expect((await enter(await realPhone(server), written, 'Saule')).ok).toBe(true);
    expect(await enter(await realPhone(server), 'zzzz-zzzz-zzzz', 'Saule')).toMatchObject({
      error: { code: 'inviteUnknown' },
    });
  });
});
