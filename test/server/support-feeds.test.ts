import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RequestBody } from '#domain/request.ts';
import type { PlaceContactBody } from '#domain/places.ts';
import type { RowId } from '#domain/scalars.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { bodyOf, delivery, idsOf, writeItem, writeRun } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

let server: TestServer;
let organiser: TestPhone;
let driver: TestPhone;
let company: TestPhone;

beforeEach(async () => {
  server = await startTestServer();
  organiser = await server.enrolled('organiser', 'Aigerim');
  driver = await server.enrolled('driver', 'Dauren');
  company = await server.enrolled('technicalSupport', 'Kuat Service');
});
afterEach(() => server.stop());

const FIELDS = {
  district: 'Hidden district',
  phone: '+7 716 200 00 02',
  position: { lat: 53_000_000, lon: 69_000_000 },
};
const namesOf = (name: string) => ({ kk: null, ru: null, en: `${name} in English` });
const heardBy = (phone: TestPhone): string => Buffer.concat(phone.received).toString('latin1');
const settleAll = async (): Promise<void> => {
  // Whoever wrote brings it first; then everybody hears of it.
  for (const phone of [driver, organiser, company, driver, organiser]) await phone.settle();
};

function writePlace(code: string, name: string): RowId {
  const fields = { ...FIELDS, code, name, otherNames: namesOf(name), landmark: 'Hidden landmark' };
  return organiser.rowId(organiser.write({ name: 'checkpointCreate', args: { fields } }));
}

test('8.8 who answers requests is told of them and where they are, and not a byte of anything else', async () => {
  const [asking, other] = [writePlace('1', 'Asking post'), writePlace('2', 'Other post')];
  const tea = writeItem(organiser, 'Hidden item');
  const run = writeRun(organiser, { driver: driver.me().member, places: [asking, other], item: tea });
  await settleAll();
  driver.write(delivery(asking, tea, { run, stop: 0 }));
  const number = driver.write({
    name: 'requestRaise',
    args: { checkpoint: asking, what: 'fuel', count: 20, note: 'litres' },
  });
  const request = driver.rowId(number);
  await settleAll();
  expect(idsOf(company, 'request')).toEqual([request]);
  expect(bodyOf<RequestBody>(company, 'request', request)).toMatchObject({ checkpoint: asking, status: 'open' });
  const { phone, position } = FIELDS;
  expect(idsOf(company, 'placeContact')).toEqual([asking]);
  expect(bodyOf<PlaceContactBody>(company, 'placeContact', asking)).toEqual({
    name: 'Asking post',
    otherNames: namesOf('Asking post'),
    code: '1',
    phone,
    position,
  });
  for (const hidden of ['Hidden', 'Other post', 'Dauren', 'Aigerim', run, other]) {
    expect(heardBy(company)).not.toContain(hidden);
  }
  for (const kind of ['run', 'delivery', 'checkpoint', 'placeName', 'item', 'invite'] as const) {
    expect(idsOf(company, kind)).toEqual([]);
  }
  expect(idsOf(company, 'member')).toEqual([company.me().member]);
});

test('8.8 its promise reaches the driver; a place that changes changes there; what is withdrawn leaves with its place', async () => {
  const asking = writePlace('1', 'Asking post');
  await settleAll();
  const raise = { name: 'requestRaise', args: { checkpoint: asking, what: 'stove', count: 1, note: '' } } as const;
  const request = driver.rowId(driver.write(raise));
  await settleAll();
  const was = { status: 'open', promisedBy: null } as const;
  company.write({ name: 'requestPromise', args: { request, was, by: 'Kuat Service' } });
  await company.settle();
  const fields = { ...FIELDS, code: '1', name: 'Asking post, moved', otherNames: null, landmark: '' };
  organiser.write({ name: 'checkpointAmend', args: { id: asking, fields } });
  await settleAll();
  expect(bodyOf<RequestBody>(driver, 'request', request)).toMatchObject({ promisedBy: 'Kuat Service' });
  expect(bodyOf<PlaceContactBody>(company, 'placeContact', asking)?.name).toBe('Asking post, moved');
  const promised = { status: 'promised', promisedBy: 'Kuat Service' } as const;
  organiser.write({ name: 'requestSettle', args: { request, was: promised, status: 'withdrawn' } });
  await settleAll();
  for (const kind of ['request', 'placeContact'] as const) expect(idsOf(company, kind)).toEqual([]);
  expect(idsOf(driver, 'request')).toEqual([]);
  expect(idsOf(organiser, 'request')).toEqual([request]);
});
