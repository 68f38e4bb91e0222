import { afterEach, beforeEach, expect, test } from 'vitest';

import type { RowId } from '#domain/scalars.ts';
import { createVerify, sha256 } from '#server/auth/node-crypto.ts';
import { sqliteSurveys } from '#server/storage/sqlite/surveys.ts';
import { verifyDatabase } from '#server/verify/verify.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

test('what names a row that is not there leaves no gap in the operator’s log', async () => {
  await server.enrolled('organiser');
  const { branch } = await server.engine().founding();
  const confirm = { name: 'memberConfirm', args: { member: 'nobody0000000000.1' as RowId } } as const;
  expect(await server.engine().operate(branch, confirm, server.clock.now())).toMatchObject({
    ok: false,
    error: { code: 'notFound' },
  });
  await server.invite('organiser');
  const surveys = sqliteSurveys(server.file);
  const { findings } = await verifyDatabase(surveys, { sha256, verify: createVerify() });
  await surveys.close();
  expect(findings).toEqual([]);
});
