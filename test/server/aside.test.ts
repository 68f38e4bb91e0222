import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Args } from '#domain/mutators.ts';
import type { AsideBody } from '#domain/review.ts';
import type { DeviceId, RowId } from '#domain/scalars.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { bodyOf, delivery, idsOf, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const FLOOD = 600;
const MOST_SHOWN = 500;

let server: TestServer;
let organiser: TestPhone;
let driver: TestPhone;
let place: RowId;
let tea: RowId;

beforeEach(async () => {
  server = await startTestServer();
  organiser = await server.enrolled('organiser');
  driver = await server.enrolled('driver');
  place = writeCheckpoint(organiser, '7', 'Bus station');
  tea = writeItem(organiser, 'Tea');
  await organiser.settle();
});
afterEach(() => server.stop());

const asides = (phone: TestPhone): readonly AsideBody[] =>
  idsOf(phone, 'aside').map((id) => bodyOf<AsideBody>(phone, 'aside', id) as AsideBody);

/** All bytes that came to a phone, as text. */
const heardBy = (phone: TestPhone): string =>
  phone.received.map((bytes) => Buffer.from(bytes).toString('latin1')).join('');

async function block(device: DeviceId): Promise<void> {
  organiser.write({ name: 'deviceRevoke', args: { device: device as string as RowId } });
  await organiser.settle();
}

/** What an organiser's screen makes of one that was kept aside. */
function takeIn(phone: TestPhone, aside: RowId): void {
  const args = JSON.parse(bodyOf<AsideBody>(phone, 'aside', aside)?.args ?? '{}') as Args<'deliveryRecord'>;
  const { how: _how, ...facts } = args;
  phone.write({ name: 'asideTakeIn', args: { aside, ...facts } });
}

const onlyAside = (phone: TestPhone): RowId => idsOf(phone, 'aside')[0] ?? ('none' as RowId);

describe('what a blocked phone still brings', () => {
  test('8.3 is told to organisers with whose it is and what it says, once however often it comes, and to no driver', async () => {
    const other = await server.enrolled('driver');
    driver.write(delivery(place, tea, { note: 'queued' }));
    await block(driver.device);
    await driver.sync();
    await driver.sync();
    await Promise.all([organiser.settle(), other.settle()]);
    expect(asides(organiser)).toMatchObject([
      { device: driver.device, member: driver.me().member, number: 2, name: 'deliveryRecord', reason: 'revoked' },
    ]);
    expect(JSON.parse(asides(organiser)[0]?.args ?? '')).toMatchObject({ checkpoint: place, note: 'queued' });
    expect(idsOf(other, 'aside')).toEqual([]);
    // A blocked phone brings it with every round: that is no news to anybody.
    const before = organiser.position.cursor;
    await driver.sync();
    await organiser.settle();
    expect(organiser.position.cursor).toEqual(before);
  });

  test('8.3 counts once when an organiser takes it in, also when two do', async () => {
    const second = await server.enrolled('organiser');
    driver.write(delivery(place, tea, { note: 'queued' }));
    await block(driver.device);
    await driver.sync();
    await Promise.all([organiser.settle(), second.settle()]);
    const aside = onlyAside(organiser);
    takeIn(organiser, aside);
    takeIn(second, aside);
    await organiser.settle();
    expect(await second.settle()).toMatchObject([{ status: 'rejected', code: 'alreadyThere' }]);
    await driver.sync();
    await organiser.settle();
    expect(idsOf(organiser, 'delivery')).toEqual([aside]);
    expect(bodyOf(organiser, 'delivery', aside)).toMatchObject({ how: 'review', member: driver.me().member });
    expect(idsOf(organiser, 'aside')).toEqual([aside]);
  });

  test('a stolen phone that makes thousands of records does not fill the organisers’ phones', async () => {
    for (let index = 0; index < FLOOD; index += 1) driver.write(delivery(place, tea));
    await block(driver.device);
    await driver.sync();
    await driver.sync();
    await organiser.settle();
    expect(asides(organiser)).toHaveLength(MOST_SHOWN);
  });
});

test('8.2 a fork is told beside the delivery that counts', async () => {
  driver.write(delivery(place, tea, { note: 'first' }));
  await driver.settle();
  driver.log.length = 1;
  driver.write(delivery(place, tea, { note: 'second' }));
  await driver.sync({ request: { segment: await driver.segment(2) } });
  await organiser.settle();
  expect(idsOf(organiser, 'delivery')).toEqual([driver.rowId(2)]);
  expect(asides(organiser)).toMatchObject([{ device: driver.device, number: 2, reason: 'fork' }]);
  expect(asides(organiser)[0]?.args).toContain('second');
});

describe('what waits', () => {
  test('8.5 is told as long as it waits, and no longer', async () => {
    const other = await server.enrolled('organiser');
    const [rice, salt] = [writeItem(other, 'Rice'), writeItem(other, 'Salt')];
    organiser.write({ name: 'itemClose', args: { id: rice } });
    organiser.write({ name: 'itemClose', args: { id: salt } });
    await organiser.settle();
    expect(asides(organiser)).toMatchObject([{ reason: 'waitsForEntry' }, { reason: 'waitsForEntry' }]);
    expect(asides(organiser).map(({ args }) => args)).toEqual([
      JSON.stringify({ id: rice }),
      JSON.stringify({ id: salt }),
    ]);
    await other.settle();
    await organiser.settle();
    expect(asides(organiser)).toEqual([]);
    expect(heardBy(organiser)).toContain('"aside"');
    expect(bodyOf(organiser, 'item', rice)).toMatchObject({ status: 'closed' });
  });

  test('8.5 what comes with the same push is never told as waiting', async () => {
    organiser.write({ name: 'itemClose', args: { id: organiser.rowId(organiser.log.length + 2) } });
    writeItem(organiser, 'Rice');
    await organiser.settle();
    expect(heardBy(organiser)).not.toContain('"aside"');
  });

  test('8.4 what a newer app has written is told although nobody here can read it, also after a restart', async () => {
    driver.write(delivery(place, tea), { name: 'teleport' });
    await driver.settle();
    await server.restart();
    await organiser.settle();
    expect(asides(organiser)).toMatchObject([{ name: 'teleport', args: null, reason: 'unknownMutation' }]);
  });

  test('8.5 an organiser sets it aside for good, and it is not tried again until the word is taken back', async () => {
    const other = await server.enrolled('organiser');
    const rice = writeItem(other, 'Rice');
    organiser.write({ name: 'itemClose', args: { id: rice } });
    await organiser.settle();
    const about = onlyAside(organiser);
    organiser.write({ name: 'reviewDecide', args: { about, decision: 'setAside', seen: [] } });
    await organiser.settle();
    await other.settle();
    expect(bodyOf(other, 'item', rice)).toMatchObject({ status: 'open' });
    organiser.write({ name: 'reviewDecide', args: { about, decision: 'open', seen: [] } });
    await organiser.settle();
    await other.settle();
    expect(bodyOf(other, 'item', rice)).toMatchObject({ status: 'closed' });
    await organiser.settle();
    expect(asides(organiser)).toEqual([]);
  });
});
