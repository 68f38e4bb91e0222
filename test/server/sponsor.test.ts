import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { RowId } from '#domain/scalars.ts';
import { sponsorLinkIdOf } from '#protocol/names.ts';
import { readSponsorPage, type SponsorPage } from '#protocol/sponsor-page.ts';
import { sha256 } from '#server/auth/node-crypto.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { amount, bodyOf, delivery, TODAY, writeCheckpoint, writeItem, writeRun } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const HOUR = 60 * 60 * 1000;
const SECRET = '7h9k2m4n6p8q0r1s3t5v7w9x1y';
const OTHER_SECRET = '0r1s3t5v7w9x1y7h9k2m4n6p8q';
/** Stands in every field that no sponsor may ever see. */
const PRIVATE = 'Qupiya';

let server: TestServer;
let dana: TestPhone;
let aigul: TestPhone;
let morning: Morning;

type Morning = { readonly run: RowId; readonly post: RowId; readonly bread: RowId; readonly need: RowId };

beforeEach(async () => {
  server = await startTestServer();
  dana = await server.enrolled('organiser', `${PRIVATE} Dana`);
  aigul = await server.enrolled('driver', `${PRIVATE} Aigul`);
  await dana.settle();
  morning = giveAndPlan();
  await dana.settle();
  await aigul.settle();
});
afterEach(() => server.stop());

/** A bakery promised forty loaves and has a link; another sponsor gave tea; a run carries both. */
function giveAndPlan(): Morning {
  const make = (mutation: Parameters<TestPhone['write']>[0]) => dana.rowId(dana.write(mutation));
  const bread = writeItem(dana, 'Bread');
  const tea = writeItem(dana, `Tea`);
  const post = writeCheckpoint(dana, '7', `${PRIVATE} post`, {
    district: 'Zerendi',
    otherNames: { kk: `${PRIVATE} kk`, ru: `${PRIVATE} ru`, en: `${PRIVATE} en` },
    landmark: `${PRIVATE} mill`,
    phone: '+7 701 555 01 99',
    position: { lat: 53_283_331, lon: 69_383_337 },
  });
  const [bakery, mill] = ['Bakery', `${PRIVATE} mill`].map((name) =>
    make({ name: 'sponsorCreate', args: { fields: { name, language: 'kk' } } }),
  ) as [RowId, RowId];
  const promise = (sponsor: RowId, item: RowId) => {
    const days = { from: TODAY, until: TODAY };
    const fields = { sponsor, ...amount(item, 40), ...days, window: null, district: '', need: null };
    return make({ name: 'pledgeMake', args: { fields } });
  };
  const [loaves, litres] = [promise(bakery, bread), promise(mill, tea)];
  for (const [secret, sponsor] of [
    [SECRET, bakery],
    [OTHER_SECRET, mill],
  ] as const) {
    dana.write({ name: 'sponsorLinkCreate', args: { id: linkOf(secret), sponsor, expiresAt: null } });
  }
  const run = writeRun(dana, { driver: aigul.me().member, places: [post], item: bread, label: PRIVATE });
  const lines = [
    { pledge: loaves, count: amount(bread, 10).count },
    { pledge: litres, count: amount(tea, 5).count },
  ];
  dana.write({ name: 'runLoad', args: { run, lines } });
  const wanted = { ...amount(bread, 25), on: TODAY, window: null, district: 'Zerendi' };
  return { run, post, bread, need: make({ name: 'needRelease', args: { fields: wanted } }) };
}

function linkOf(secret: string): RowId {
  return sponsorLinkIdOf(sha256, secret);
}

async function ask(path: string, body: unknown): Promise<{ readonly status: number; readonly text: string }> {
  const response = await server
    .app()
    .request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  const headers = JSON.stringify([...response.headers]);
  return { status: response.status, text: headers + (await response.text()) };
}

async function pageOf(secret = SECRET): Promise<SponsorPage> {
  const response = await server.app().request('/api/sponsor', { method: 'POST', body: JSON.stringify({ secret }) });
  return readSponsorPage(await response.text()) ?? expect.unreachable('the link shows nothing');
}

async function deliver(units: number): Promise<void> {
  aigul.write({ name: 'runDepart', args: { run: morning.run, loaded: [] } });
  const what = { run: morning.run, stop: 0, lines: [amount(morning.bread, units)], note: `${PRIVATE} note` };
  aigul.write(delivery(morning.post, morning.bread, what));
  await aigul.settle();
}

describe('11 a sponsor’s page', () => {
  test('tells promised, loaded, delivered and what is on the way, and changes when new work arrives', async () => {
    expect((await pageOf()).week.items).toEqual([
      { item: 0, promised: 40_000, loaded: 0, delivered: 0, leftOver: 0, onTheWay: 0 },
    ]);
    await deliver(8);
    const page = await pageOf();
    expect(page).toMatchObject({ sponsor: 'Bakery', language: 'kk', week: { runCount: 1, checkpointCount: 1 } });
    expect(page.items[0]).toEqual({ name: 'Bread', unit: 'l' });
    expect(page.week.items).toEqual([
      { item: 0, promised: 40_000, loaded: 10_000, delivered: 8_000, leftOver: 0, onTheWay: 2_000 },
    ]);
    aigul.write({ name: 'runComplete', args: { run: morning.run } });
    await aigul.settle();
    expect((await pageOf()).runs).toEqual([
      {
        on: TODAY,
        window: null,
        districts: ['Zerendi'],
        lines: [{ item: 0, loaded: 10_000, delivered: 8_000 }],
        state: 'done',
        photos: [],
      },
    ]);
  });

  test('says how far it is complete, and how many phones on the way are silent', async () => {
    await deliver(8);
    expect(await pageOf()).toMatchObject({ silentCount: 0, silentSince: null, completeTo: server.clock.now() });
    const heardAt = server.clock.now();
    server.clock.move(2 * HOUR);
    expect(await pageOf()).toMatchObject({ completeTo: heardAt, silentCount: 1, silentSince: heardAt });
  });

  test('holds nothing private: no name, place, telephone, note, position, id, nor another sponsor', async () => {
    await deliver(8);
    const answers = [
      await ask('/api/sponsor', { secret: SECRET }),
      await ask('/api/sponsor/pledge', { secret: SECRET, need: '0'.repeat(16), count: 1_000 }),
      await ask('/api/sponsor', { secret: 'x' }),
      await ask('/api/sponsor', { secret: '0'.repeat(26) }),
    ];
    const rowIds = [...dana.rows.values()].filter(({ kind }) => kind !== 'branch').map(({ id }) => id);
    expect(rowIds.length).toBeGreaterThan(10);
    for (const { text } of answers) {
      for (const secret of [PRIVATE, '555 01 99', '53283331', '69383337', SECRET, ...rowIds]) {
        expect(text).not.toContain(secret);
      }
    }
  });

  test('is behind a link that shows nothing once it is wrong, withdrawn, expired, or its sponsor is closed', async () => {
    const wrong = await ask('/api/sponsor', { secret: '1'.repeat(26) });
    expect(wrong.status).toBe(404);
    expect(await ask('/api/sponsor', 'rubbish')).toEqual(wrong);
    dana.write({ name: 'sponsorLinkRevoke', args: { id: linkOf(SECRET) } });
    await dana.settle();
    expect(await ask('/api/sponsor', { secret: SECRET })).toEqual(wrong);
    expect(await ask('/api/sponsor/pledge', { secret: SECRET, need: '0'.repeat(16), count: 1 })).toEqual(wrong);
    const sponsor = bodyOf<{ sponsor: RowId }>(dana, 'sponsorLink', linkOf(OTHER_SECRET))?.sponsor as RowId;
    const expiresAt = server.clock.now() + HOUR;
    dana.write({ name: 'sponsorLinkCreate', args: { id: linkOf('2'.repeat(26)), sponsor, expiresAt } });
    await dana.settle();
    expect((await ask('/api/sponsor', { secret: '2'.repeat(26) })).status).toBe(200);
    server.clock.move(HOUR);
    expect(await ask('/api/sponsor', { secret: '2'.repeat(26) })).toEqual(wrong);
    dana.write({ name: 'sponsorClose', args: { id: sponsor } });
    await dana.settle();
    expect(await ask('/api/sponsor', { secret: OTHER_SECRET })).toEqual(wrong);
  });
});

describe('11.4 a need', () => {
  test('is answered from the page by an offer that an organiser confirms; asked twice it is one', async () => {
    const { needs } = await pageOf();
    expect(needs).toEqual([
      expect.objectContaining({ item: 0, count: 25_000, on: TODAY, district: 'Zerendi', window: null }),
    ]);
    const offer = { secret: SECRET, need: needs[0]?.id, count: 20_000 };
    for (const _time of [1, 2]) expect((await ask('/api/sponsor/pledge', offer)).status).toBe(200);
    await dana.settle();
    const offers = [...dana.rows.values()].filter(
      ({ kind, body }) => kind === 'pledge' && (body as { status: string }).status === 'offered',
    );
    expect(offers.map(({ body }) => body)).toEqual([
      expect.objectContaining({ need: morning.need, item: morning.bread, count: 20_000, from: TODAY, until: TODAY }),
    ]);
    dana.write({ name: 'pledgeConfirm', args: { pledge: offers[0]?.id as RowId } });
    await dana.settle();
    expect((await pageOf()).week.items[0]).toMatchObject({ promised: 60_000 });
  });

  test('that was withdrawn is said to be needed no longer, without a reason; one that is past is not told at all', async () => {
    dana.write({ name: 'needWithdraw', args: { id: morning.need } });
    await dana.settle();
    // Whoever was about to bake learns that it is not needed any more; a reason has no field.
    const after = await pageOf();
    expect(after.needs).toEqual([]);
    expect(after.noLongerNeeded).toEqual([{ item: 0, count: 25_000, on: TODAY, district: 'Zerendi', window: null }]);
  });
});
