import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RowId } from '#domain/scalars.ts';
import { operatorCommand } from '#test/support/operator-command.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { bodyOf } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let organiser: TestPhone;
let driver: TestPhone;
beforeEach(async () => {
  server = await startTestServer();
  organiser = await server.enrolled('organiser', 'Aigerim');
  driver = await server.enrolled('driver', 'Dauren');
});
afterEach(() => server.stop());

const revoke = (...args: readonly string[]) => operatorCommand('revoke', args, { DATA_DIR: dirname(server.file) });

describe('the operator closes a door while the server serves', () => {
  test('a phone is found by its holder, and is out at its next contact; the list beside the database names it', async () => {
    const shown = await revoke();
    expect(shown.code).toBe(0);
    expect(shown.said).toContain('Phones: 2');
    const line = shown.said.split('\n').find((text) => text.includes('Dauren, driver'));
    expect(line).toContain(driver.device);
    const done = await revoke('--phone', driver.device.slice(0, 6));
    expect(done.said).toContain('Revoked: Dauren, driver');
    expect(await driver.sync()).toMatchObject({ ok: true, body: { isRevoked: true } });
    expect(await organiser.sync()).toMatchObject({ ok: true, body: { isRevoked: false } });
    await organiser.settle();
    const seen = bodyOf<{ status: string }>(organiser, 'device', driver.device as string as RowId);
    expect(seen?.status).toBe('revoked');
    expect(await readFile(join(dirname(server.file), 'revoked.txt'), 'utf8')).toContain(driver.device);
    expect((await revoke()).said).toContain('Phones: 1');
    expect((await revoke('--phone', driver.device)).code).toBe(1);
  });

  test('an invite that nobody used lets nobody in any more', async () => {
    // The command's clock is the computer's own, and an invite of the test's day would be over by it.
    server.clock.move(Date.now() - server.clock.now());
    const secret = await server.invite('driver');
    const shown = await revoke();
    const id = /Open invites: 1\n {2}(\S+) {2}for anyone, driver/.exec(shown.said)?.[1] ?? '';
    expect((await revoke('--invite', id.slice(0, 5))).code).toBe(0);
    expect(await server.phone().enrol(secret)).toMatchObject({ ok: false, code: 'inviteRevoked' });
  });
});

test('what is not there, or not said clearly, closes nothing and is told in a sentence', async () => {
  const said = async (...args: readonly string[]) => {
    const { code, said: text } = await revoke(...args);
    expect(code).toBe(1);
    return text;
  };
  const nothing = 'Nothing was revoked.\n';
  expect(await said('--phone', 'zzzz')).toBe(`${nothing}No phone has an id that begins with zzzz.\n`);
  expect(await said('--phone', driver.device.slice(0, 1))).toContain('No phone');
  expect(await said('--phone', 'a', '--invite', 'b')).toBe(`${nothing}One at a time: --phone ID or --invite ID.\n`);
  expect(await said('--phon', 'a')).toBe(`${nothing}The only options are --phone ..., --invite ..., --help.\n`);
  expect((await driver.sync()).ok).toBe(true);
});
