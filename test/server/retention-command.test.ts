import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { operatorCommand } from '#test/support/operator-command.ts';
import { bodyOf, delivery, TODAY, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';
import { startTestServer } from '#test/support/test-server.ts';

test('by the operator’s hand it is forgotten who delivered, while the server serves; what was delivered stays', async () => {
  const server = await startTestServer();
  const organiser = await server.enrolled('organiser', 'Aigerim');
  const driver = await server.enrolled('driver', 'Dauren');
  const place = writeCheckpoint(organiser, '7', 'Bus station');
  const tea = writeItem(organiser, 'Tea');
  await organiser.settle();
  // The command's clock is the computer's own: the delivery is of long ago by it.
  const id = driver.rowId(driver.write(delivery(place, tea)));
  await driver.settle();
  await organiser.settle();
  const seen = () =>
    bodyOf<{ on: string; member: string | null; lines: readonly unknown[] }>(organiser, 'delivery', id);
  expect(seen()).toMatchObject({ on: TODAY, member: driver.me().member });
  const retention = (args: readonly string[], environment = {}) =>
    operatorCommand('retention', args, { DATA_DIR: dirname(server.file), ...environment });

  const tooMany = await retention(['--days', '31']);
  expect(tooMany).toMatchObject({ code: 1 });
  expect(tooMany.said).toContain('--days is a whole number from 1 to 30');
  expect((await retention(['--days', '8'], { RETENTION_DAYS: '7' })).said).toContain('from 1 to 7');
  const done = await retention(['--days', '3']);
  expect(done).toMatchObject({ code: 0 });
  await organiser.settle();
  expect(seen()?.member).toBe(null);
  expect(seen()?.lines).toHaveLength(1);
  expect((await retention([])).said).toContain('0 records');
  expect((await retention(['--help'])).said).toContain('npm run retention');
  await server.stop();
});
