import { assert } from '#lib/assert.ts';
import { bytesToBase32 } from '#lib/base32.ts';
import type { Clock, Random } from '#lib/ports.ts';
import { addDays, numberToDay } from '#domain/days.ts';
import type { Count, Day, Line, RowId } from '#domain/scalars.ts';
import { INVITE_SECRET_LENGTH } from '#protocol/enrolment.ts';
import { inviteIdOf } from '#protocol/names.ts';
import { sha256 } from '../auth/node-crypto.ts';
import type { Engine } from '../engine.ts';
import { makeOperatorInvite } from '../operator-invite.ts';
import { writeNeeds } from './demo-needs.ts';
import { type DemoPhone, enrolDemoPhone } from './demo-phone.ts';
import { writeSponsor } from './demo-sponsor.ts';
import { type DemoRun, TODAY, TOMORROW, YESTERDAY } from './demo-runs.ts';
import { linesOf, placeOf, type Things } from './demo-things.ts';
import {
  BRANCH_NAME,
  DRIVERS,
  ITEMS,
  KITCHEN,
  NEIGHBOUR,
  NOTES,
  NOTICES,
  ORGANISER_NAME,
  PLACES,
  RETURNABLES,
  SPONSOR,
  WINDOWS,
} from './demo-words.ts';

/** Whom a link is for, and the secret that it carries. */
export type DemoInvite = {
  readonly role: 'organiser' | 'driver' | 'sponsor';
  readonly name: string;
  readonly secret: string;
};

type Ports = { readonly clock: Clock; readonly random: Random };
type Planned = DemoRun & { readonly on: Day; readonly member: RowId };

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;
const OFFSET_MINUTES = 300;
const SECRET_BYTES = 8;
const INVITE_LIFE_MS = DAY_MS;

/** Fills an empty server with a branch in the middle of its work, by ordinary mutations of phones of this process. */
export async function fillDemoBranch(engine: Engine, ports: Ports): Promise<readonly DemoInvite[]> {
  const now = ports.clock.now();
  const secret = await makeOperatorInvite(engine, ports, 'organiser');
  const organiser = await enrolDemoPhone(engine, ports, { secret, name: ORGANISER_NAME });
  const things = writeThings(organiser, now);
  const today = numberToDay(Math.floor((now + OFFSET_MINUTES * MINUTE_MS) / DAY_MS));
  const drivers = DRIVERS.map((args) => ({ ...args, member: organiser.write({ name: 'memberAdd', args }, now) }));
  const neighbour = organiser.write({ name: 'memberAdd', args: NEIGHBOUR }, now);
  writeNeeds({ organiser, things, now, tomorrow: addDays(today, 1) }, [
    ...drivers.map(({ member }) => member),
    neighbour,
  ]);
  const plan = (runs: readonly DemoRun[], on: Day, claimedAt: number) =>
    runs.map((run) => {
      const member = drivers[run.driver]?.member;
      assert(member !== undefined, 'the demonstration names drivers that it has');
      const planned = { ...run, on, member };
      return { ...planned, id: writeRun(organiser, things, planned, claimedAt) };
    });
  const driven = plan(YESTERDAY, addDays(today, -1), now - DAY_MS);
  const planned = plan(TODAY, today, now);
  plan(TOMORROW, addDays(today, 1), now);
  const carriedBy = [...driven, ...planned].flatMap((run) => {
    const count = run.stops.reduce((sum, [, { bakery = 0 }]) => sum + bakery * 1_000, 0);
    return count === 0 ? [] : [{ run: run.id, count: count as Count }];
  });
  const gift = { now, from: addDays(today, -1), on: addDays(today, 1), bakery: things.items.bakery, carriedBy };
  for (const fields of NOTICES) organiser.write({ name: 'noticeCreate', args: { fields } }, now);
  const sponsorSecret = writeSponsor(organiser, gift, ports.random);
  await organiser.push();

  for (const { member, name } of drivers) {
    const invited = await inviteDriver(organiser, ports, { member, name });
    const driver = await enrolDemoPhone(engine, ports, { secret: invited.secret, name });
    for (const run of driven.filter((past) => past.member === member)) drive(driver, things, run);
    await driver.push();
  }
  const invites: DemoInvite[] = [];
  invites.push({ role: 'organiser', name: '', secret: await makeOperatorInvite(engine, ports, 'organiser') });
  for (const driver of drivers) invites.push(await inviteDriver(organiser, ports, driver));
  return [...invites, { role: 'sponsor', name: SPONSOR.name, secret: sponsorSecret }];
}

function writeThings(organiser: DemoPhone, now: number): Things {
  organiser.write({ name: 'branchAmend', args: { name: BRANCH_NAME, utcOffsetMinutes: OFFSET_MINUTES } }, now);
  const item = (fields: { readonly name: string; readonly unit: string }) =>
    organiser.write({ name: 'itemCreate', args: { fields } }, now);
  const window = (fields: (typeof WINDOWS)[keyof typeof WINDOWS]) =>
    organiser.write({ name: 'mealWindowCreate', args: { fields } }, now);
  for (const name of RETURNABLES) organiser.write({ name: 'returnableCreate', args: { fields: { name } } }, now);
  return {
    items: {
      tea: item(ITEMS.tea),
      bakery: item(ITEMS.bakery),
      sandwiches: item(ITEMS.sandwiches),
      hotMeal: item(ITEMS.hotMeal),
    },
    windows: {
      breakfast: window(WINDOWS.breakfast),
      lunch: window(WINDOWS.lunch),
      dinner: window(WINDOWS.dinner),
      nightTea: window(WINDOWS.nightTea),
    },
    kitchen: organiser.write({ name: 'kitchenCreate', args: { fields: KITCHEN } }, now),
    places: PLACES.map((fields) => organiser.write({ name: 'checkpointCreate', args: { fields } }, now)),
  };
}

function writeRun(organiser: DemoPhone, things: Things, run: Planned, claimedAt: number): RowId {
  const stops = run.stops.map(([place, lines]) => ({
    checkpoint: placeOf(things, place),
    lines: linesOf(things, lines),
  }));
  const { on, member: driver } = run;
  const args = { label: '', on, window: things.windows[run.window], kitchen: things.kitchen, driver, stops };
  return organiser.write({ name: 'runPlan', args }, claimedAt);
}

/** What the driver's phone noted on that journey: the last stop took less than was planned. */
function drive(driver: DemoPhone, things: Things, run: Planned & { readonly id: RowId }): void {
  const { startMinute } = WINDOWS[run.window];
  const startAt = Date.parse(`${run.on}T00:00:00Z`) + (startMinute - OFFSET_MINUTES) * MINUTE_MS;
  const loaded = totalOf(run.stops.flatMap(([, lines]) => linesOf(things, lines)));
  driver.write({ name: 'runDepart', args: { run: run.id, loaded } }, startAt);
  for (const [stop, [place, planned]] of run.stops.entries()) {
    const isLast = stop === run.stops.length - 1;
    const lines = linesOf(things, planned).map((line) => (isLast ? { ...line, count: half(line.count) } : line));
    const said = isLast ? ({ reason: 'roadBlocked', note: NOTES.trackClosed } as const) : { reason: null, note: '' };
    const where = {
      run: run.id,
      stop,
      checkpoint: placeOf(things, place),
      on: run.on,
      window: things.windows[run.window],
    };
    const args = { ...where, lines, ...said, how: 'atStop' } as const;
    driver.write({ name: 'deliveryRecord', args }, startAt + (stop + 1) * 25 * MINUTE_MS);
  }
  driver.write({ name: 'runComplete', args: { run: run.id } }, startAt + 110 * MINUTE_MS);
}

async function inviteDriver(
  organiser: DemoPhone,
  { clock, random }: Ports,
  { member, name }: { readonly member: RowId; readonly name: string },
): Promise<DemoInvite> {
  const secret = bytesToBase32(random.bytes(SECRET_BYTES)).slice(0, INVITE_SECRET_LENGTH);
  const now = clock.now();
  const expiresAt = now + INVITE_LIFE_MS;
  const args = { id: inviteIdOf(sha256, secret), role: 'driver', label: name, expiresAt, member } as const;
  organiser.write({ name: 'inviteCreate', args }, now);
  await organiser.push();
  return { role: 'driver', name, secret };
}

function half(count: Count): Count {
  return (Math.round(count / 2000) * 1000) as Count;
}

function totalOf(lines: readonly Line[]): Line[] {
  const sums = new Map<RowId, number>();
  for (const { item, count } of lines) sums.set(item, (sums.get(item) ?? 0) + count);
  return [...sums].map(([item, count]) => ({ item, count: count as Count }));
}
