import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeliveryBody } from '#domain/delivery.ts';
import type { RunBody } from '#domain/run.ts';
import { nodeRandom } from '#server/auth/node-crypto.ts';
import { type DemoInvite, fillDemoBranch } from '#server/demo/demo-branch.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let invites: readonly DemoInvite[];

beforeEach(async () => {
  server = await startTestServer();
  invites = await fillDemoBranch(server.engine(), { clock: server.clock, random: nodeRandom });
});
afterEach(() => server.stop());

const enrolled = async (invite: DemoInvite): Promise<TestPhone> => {
  const phone = server.phone();
  expect(await phone.enrol(invite.secret, 'Guest')).toEqual({ ok: true });
  await phone.settle();
  return phone;
};
const bodies = <T>(phone: TestPhone, kind: string) =>
  [...phone.rows.values()].filter((row) => row.kind === kind).map((row) => row.body as T);

describe('the demonstration', () => {
  test('its organiser needs no confirmation and sees a branch in the middle of its work', async () => {
    const [invite] = invites.filter(({ role }) => role === 'organiser');
    if (invite === undefined) throw new Error('an organiser is invited');
    const organiser = await enrolled(invite);
    expect(organiser.me()).toMatchObject({ role: 'organiser', isWaiting: false });
    const counts = ['checkpoint', 'item', 'mealWindow', 'kitchen'].map((kind) => bodies(organiser, kind).length);
    expect(counts).toEqual([9, 4, 4, 1]);
    const runs = bodies<RunBody>(organiser, 'run');
    expect(runs.map(({ on, status }) => `${on} ${status}`).toSorted()).toEqual([
      ...Array.from({ length: 2 }, () => '2026-01-14 completed'),
      ...Array.from({ length: 4 }, () => '2026-01-15 planned'),
      ...Array.from({ length: 2 }, () => '2026-01-16 planned'),
    ]);
    const deliveries = bodies<DeliveryBody>(organiser, 'delivery');
    expect(deliveries).toHaveLength(6);
    expect(deliveries.flatMap(({ flags }) => flags)).toEqual([]);
    expect(deliveries.filter(({ reason }) => reason !== null)).toHaveLength(2);
  });

  test('its sponsor has a link that shows what the bread became yesterday, and what is needed tomorrow', async () => {
    const sponsor = invites.find(({ role }) => role === 'sponsor');
    const page = await server.engine().sponsorPage(sponsor?.secret ?? '', server.clock.now());
    expect(page).toMatchObject({ ok: true, value: { sponsor: sponsor?.name, week: { runCount: 1 }, needs: [{}] } });
  });

  test('each of its two drivers finds runs of today and of tomorrow, and their own past deliveries', async () => {
    const drivers = invites.filter(({ role }) => role === 'driver');
    expect(drivers).toHaveLength(2);
    for (const invite of drivers) {
      const driver = await enrolled(invite);
      const days = bodies<RunBody>(driver, 'run').map(({ on }) => on);
      expect(days.toSorted()).toEqual(['2026-01-14', '2026-01-15', '2026-01-15', '2026-01-16']);
      expect(bodies<DeliveryBody>(driver, 'delivery')).toHaveLength(3);
      expect(bodies<{ name: string }>(driver, 'member')).toMatchObject([{ name: invite.name }]);
    }
  });
});
