import { assert } from '#lib/assert.ts';
import { bytesToBase32 } from '#lib/base32.ts';
import { numberToDay } from '#domain/days.ts';
import type { EnrolledRole } from '#domain/people.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { INVITE_SECRET_LENGTH } from '#protocol/enrolment.ts';
import { inviteIdOf } from '#protocol/names.ts';
import { nodeRandom, sha256 } from '#server/auth/node-crypto.ts';
import { testPhone, type TestPhone } from '#test/support/test-phone.ts';
import { amount, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';

import { type TestServer, startServer } from './server.ts';
import { type Wire, startWire } from './wire.ts';

const OFFSET_MINUTES = 300;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const INVITE_LIFE_MS = 60 * MINUTE_MS;
const SECRET_BYTES = 8;
const clock = { now: () => Date.now() };

/** A branch on a real server: whoever plans it, and the wire by which the phones of a story reach it. */
export interface Branch {
  readonly server: TestServer;
  readonly wire: Wire;
  /** The first organiser, who plans and watches from outside the browser and by a line of their own. */
  readonly organiser: TestPhone;
  readonly remove: () => Promise<void>;
}

/** A driver whom the branch awaits: the link to join by, and a run of so many stops with 10 l of tea each. */
export interface Awaited {
  readonly link: string;
  readonly member: RowId;
  readonly run: RowId;
}

/** Starts a server, and enrols its first organiser by the invite that it prints. */
export async function openBranch(): Promise<Branch> {
  const server = await startServer();
  const wire = await startWire(server.address);
  const organiser = testPhone((path, init) => fetch(`${server.address}${path}`, init), clock);
  const secret = await server.hears(/\/enrol#([0-9a-z]{12})/);
  const enrolled = await organiser.enrol(secret, 'Aigul');
  assert(enrolled.ok, 'the first organiser joins by the printed invite');
  organiser.write({ name: 'branchAmend', args: { name: 'Zerendi', utcOffsetMinutes: OFFSET_MINUTES } });
  await organiser.settle();
  return {
    server,
    wire,
    organiser,
    remove: async () => {
      await wire.remove();
      await server.remove();
    },
  };
}

/** Invites a driver and plans their run for today, before they have a phone. */
export async function awaitDriver(branch: Branch, name: string, stopCount: number): Promise<Awaited> {
  const { organiser } = branch;
  const tea = writeItem(organiser, 'Tea');
  const member = organiser.rowId(organiser.write({ name: 'memberAdd', args: { name, phone: null } }));
  const stops = Array.from({ length: stopCount }, (_, index) => ({
    // Codes are unique in a branch, and several drivers may share one.
    checkpoint: writeCheckpoint(organiser, `${organiser.log.length}`, `Post ${index + 1}`),
    lines: [amount(tea, 10)],
  }));
  const plan = { label: `${name}’s run`, on: today(), window: null, kitchen: null, driver: member, stops };
  const run = organiser.rowId(organiser.write({ name: 'runPlan', args: plan }));
  const link = await invite(branch, { role: 'driver', label: name, member });
  return { link, member, run };
}

/** Invites somebody; gives the link, which leads over the wire. */
export async function invite(
  { organiser, wire }: Branch,
  whom: { readonly role: EnrolledRole; readonly label: string; readonly member: RowId | null },
): Promise<string> {
  const secret = bytesToBase32(nodeRandom.bytes(SECRET_BYTES)).slice(0, INVITE_SECRET_LENGTH);
  const args = { id: inviteIdOf(sha256, secret), expiresAt: clock.now() + INVITE_LIFE_MS, ...whom };
  organiser.write({ name: 'inviteCreate', args });
  const outcomes = await organiser.settle();
  assert(
    outcomes.every(({ status }) => status === 'applied'),
    `what an organiser plans is taken: ${JSON.stringify(outcomes)}`,
  );
  return `${wire.address}/enrol#${secret}`;
}

/** Today by the branch's clock. */
export function today(): Day {
  return numberToDay(Math.floor((clock.now() + OFFSET_MINUTES * MINUTE_MS) / DAY_MS));
}
