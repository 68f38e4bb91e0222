import { afterEach, beforeEach, expect, test } from 'vitest';

import { unsentCount } from '#store/queries/unsent-count.ts';
import type { AheadSlot } from '#sync/ask-ahead.ts';
import { round } from '#sync/engine.ts';
import { FIRST_MEMORY, nextStep, type SyncAction, type SyncEvent, type SyncMemory } from '#sync/next-step.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

import { enrolledPhone, type RealPhone } from './support/real-phone.ts';
import { deliveriesOf, delivery, plan } from './support/real-plan.ts';

/** More than the smallest batch of a phone, as the real bound is; less than the first one. */
const BURST = 200;
const BACKLOG = 600;
const MOST_STEPS = 300;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ pushBurst: BURST });
});
afterEach(() => server.stop());

/** The engine's own decisions in the server's time: rounds are performed, and a timer moves the clock. */
async function untilSent(
  phone: RealPhone,
): Promise<{ readonly troubles: readonly (string | null)[]; waitedMs: number }> {
  const slot: AheadSlot = { sent: null };
  const ports = { ...phone.ports, timer: phone.ports.network.timer };
  const troubles: (string | null)[] = [];
  let waitedMs = 0;
  let memory: SyncMemory = FIRST_MEMORY;
  let actions: readonly SyncAction[] = [];
  const happen = (event: SyncEvent) => {
    ({ memory, actions } = nextStep(memory, event, { now: server.clock.now(), dice: 0 }));
  };
  happen({ type: 'wanted' });
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const start = actions.find((action) => action.type === 'startRound');
    const timer = actions.find((action) => action.type === 'setTimer');
    if (start !== undefined) {
      happen(await round(phone.store, start.batchBytes, ports, slot));
      if (memory.trouble !== null) troubles.push(memory.trouble);
    } else if (memory.type === 'idle' || timer === undefined) {
      return { troubles, waitedMs };
    } else {
      const asked = phone.wire.sentBytes.length;
      // Somebody saves, looks at the phone, presses "Send now": nothing is asked of a server that asked to be left alone.
      for (const type of ['wanted', 'hidden', 'shown'] as const) happen({ type });
      expect([actions, memory.type, phone.wire.sentBytes.length]).toEqual([[], 'waiting', asked]);
      server.clock.move(timer.afterMs);
      waitedMs += timer.afterMs;
      happen({ type: 'timerRang' });
    }
  }
  throw new Error('the phone did not come to rest');
}

test('9.5 an honest phone with more than a server takes at once is delayed, and loses nothing', async () => {
  const organiser = await enrolledPhone(server, 'organiser', 'Olga');
  const driver = await enrolledPhone(server, 'driver', 'Dauren');
  const { item, place, run } = await plan(organiser, driver);
  for (let count = 0; count < BACKLOG; count += 1) await driver.write(delivery(place, item, { run, stop: 0 }));
  const { troubles, waitedMs } = await untilSent(driver);
  expect(new Set(troubles)).toEqual(new Set(['sentMuch']));
  expect(await unsentCount(driver.store)).toEqual({ unsent: 0, needsYou: 0 });
  // At ten a second, and as long again for each time that a batch was still too large.
  expect(waitedMs).toBeGreaterThanOrEqual(((BACKLOG - BURST) / 10) * 1000);
  expect(waitedMs).toBeLessThan((BACKLOG / 10) * 4000);
  await organiser.settle();
  const received = await deliveriesOf(organiser);
  expect(received).toHaveLength(BACKLOG);
  expect(received).toEqual(await deliveriesOf(driver));
});
