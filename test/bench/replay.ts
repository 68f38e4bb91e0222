import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Browser, chromium, type Page } from '@playwright/test';
import papaparse from 'papaparse';
import { assert } from '#lib/assert.ts';
import { countOf } from './count-of.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { BROWSER_FLAGS, chooseBrowser } from '#test/e2e/support/browser.ts';
import { untilHeld } from '#test/e2e/support/phone.ts';
import { startServer, type TestServer } from '#test/e2e/support/server.ts';
import { buildLab, type Lab } from './lab/build-lab.ts';
import { firstInvite } from './first-invite.ts';
import { enterLab, inLab } from './lab/enter-lab.ts';

/**
 * Replays the busiest day of a real file as live runs, through the real client: an organiser plans them, a driver
 * records every line with the network off, the app itself reloaded from its worker in between, and when the link returns the sums for each
 * place and item must be those of the file, on the server and on an organiser's second device.
 *
 *   node_modules/.bin/node test/bench/replay.ts FILE.csv
 */
type FileLine = Readonly<
  Record<'date' | 'mission' | 'district' | 'vdc' | 'village' | 'item' | 'unit' | 'amount', string>
>;
type Sums = ReadonlyMap<string, number>;

const RELOADS = 3;

const [file] = process.argv.slice(2);
assert(file !== undefined, 'name a CSV file');
const day = busiestDay(await readLines(file));
const expected = sumOf(day.lines.map((line) => [`${placeOf(line)} | ${itemOf(line)}`, countOf(line.amount)]));

const { executable } = await chooseBrowser();
const browser = await chromium.launch({ executablePath: executable, args: BROWSER_FLAGS });
const lab = await buildLab();
const server = await startServer();
try {
  await replay();
} finally {
  await Promise.all([browser.close(), lab.remove(), server.remove()]);
}

async function replay(): Promise<void> {
  const secret = await firstInvite(server);
  const organiser = await phone(browser, lab, server);
  await inLab(organiser, 'enrol', secret, 'Organiser');
  const driver = await phone(browser, lab, server, 'allow');
  await inLab(organiser, 'startSync');
  await inLab(driver, 'enrol', await inLab(organiser, 'invite', 'driver'), 'Driver');
  const member = await inLab(organiser, 'memberCalled', 'Driver');
  const taps = await plan(organiser, member);
  await inLab(organiser, 'settled');
  await inLab(driver, 'settle');

  // The app beside the laboratory: the same origin, the same database, and a service worker that holds every file.
  const app = await driver.context().newPage();
  await app.goto(server.address);
  await untilHeld(app);

  await driver.context().setOffline(true);
  const batch = Math.ceil(taps.length / (RELOADS + 1));
  for (let from = 0; from < taps.length; from += batch) {
    for (const tap of taps.slice(from, from + batch)) await inLab(driver, 'mutate', tap);
    await app.reload();
    await app.getByText(`${Math.min(from + batch, taps.length)} records not sent yet`).waitFor({ state: 'attached' });
    await inLab(driver, 'reopen');
  }
  const unsent = await inLab(driver, 'unsent');
  await app.close();
  await driver.context().setOffline(false);
  await inLab(driver, 'settle');

  const second = await phone(browser, lab, server);
  await inLab(second, 'enrol', await inLab(organiser, 'inviteOrganiser'), 'Second');
  await inLab(organiser, 'confirmAll');
  await inLab(second, 'settle');
  const onDevice = sumOf((await inLab(second, 'deliveredByPlaceAndItem')).map(([key, count]) => [key, count]));
  const onServer = sumsOnServer();
  console.log(
    `${day.on}: ${day.lines.length} lines, ${new Set(day.lines.map((line) => line.mission)).size} missions, ${expected.size} sums of place and item; ${taps.length} deliveries recorded offline, ${unsent} unsent before the link came back`,
  );
  report('the server', onServer);
  report('a second organiser device', onDevice);
}

function report(where: string, sums: Sums): void {
  const wrong = [...expected].filter(([key, count]) => sums.get(key) !== count);
  const extra = [...sums.keys()].filter((key) => !expected.has(key));
  const isEqual = wrong.length === 0 && extra.length === 0;
  console.log(isEqual ? `equal on ${where}` : `DIFFERENT on ${where}: ${JSON.stringify({ wrong, extra })}`);
  if (!isEqual) process.exitCode = 1;
}

async function phone(
  on: Browser,
  served: Lab,
  { address }: TestServer,
  serviceWorkers: 'allow' | 'block' = 'block',
): Promise<Page> {
  const context = await on.newContext({ serviceWorkers, locale: 'en-GB' });
  await served.serveIn(context, address);
  const page = await context.newPage();
  await enterLab(page, address);
  return page;
}

/** Items, places and one run for each mission; gives the taps that the driver will make, a delivery for each stop. */
async function plan(organiser: Page, driver: RowId): Promise<readonly Mutation[]> {
  const items = new Map<string, RowId>();
  const places = new Map<string, RowId>();
  for (const line of day.lines) {
    if (!items.has(itemOf(line))) {
      const fields = { name: line.item, unit: unitOf(line) };
      items.set(itemOf(line), await inLab(organiser, 'mutate', { name: 'itemCreate', args: { fields } }));
    }
    if (!places.has(placeOf(line))) {
      const code = String(places.size + 1);
      const fields = {
        name: placeOf(line),
        code,
        otherNames: null,
        landmark: '',
        district: line.district,
        phone: null,
        position: null,
      };
      places.set(placeOf(line), await inLab(organiser, 'mutate', { name: 'checkpointCreate', args: { fields } }));
    }
  }
  const taps: Mutation[] = [];
  for (const [label, lines] of groupBy(day.lines, (line) => line.mission)) {
    const stops = [...groupBy(lines, placeOf)].map(([place, at]) => ({
      checkpoint: rowOf(places, place),
      lines: at.map((line) => ({ item: rowOf(items, itemOf(line)), count: countOf(line.amount) })),
    }));
    const args = { label, on: day.on as Day, window: null, kitchen: null, driver, stops };
    const run = await inLab(organiser, 'mutate', { name: 'runPlan', args });
    stops.forEach((stop, index) => {
      const facts = {
        run,
        stop: index,
        on: day.on as Day,
        window: null,
        reason: null,
        note: '',
        how: 'atStop',
      } as const;
      taps.push({ name: 'deliveryRecord', args: { ...facts, ...stop } });
    });
  }
  return taps;
}

/** The sums as SQL reads them from the server's own file. */
function sumsOnServer(): Sums {
  const database = new DatabaseSync(join(server.folder, 'dastarkhan.sqlite'), { readOnly: true });
  const rows = database
    .prepare(
      `SELECT place.body ->> 'name' || ' | ' || (item.body ->> 'name') || ', ' || (item.body ->> 'unit') AS key,
              line.value ->> 'count' AS count
       FROM state AS delivery, json_each(delivery.body, '$.lines') AS line
       JOIN state AS place ON place.kind = 'checkpoint' AND place.id = delivery.body ->> 'checkpoint'
       JOIN state AS item ON item.kind = 'item' AND item.id = line.value ->> 'item'
       WHERE delivery.kind = 'delivery'`,
    )
    .all();
  database.close();
  return sumOf(rows.map((row) => [String(row['key']), Number(row['count'])]));
}

async function readLines(path: string): Promise<readonly FileLine[]> {
  return papaparse.parse<FileLine>(await readFile(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
}

function busiestDay(lines: readonly FileLine[]): { readonly on: string; readonly lines: readonly FileLine[] } {
  const missionsOn = (at: readonly FileLine[]) => new Set(at.map((line) => line.mission)).size;
  const days = [...groupBy(lines, (line) => line.date)].sort(([, a], [, b]) => missionsOn(b) - missionsOn(a));
  const [first] = days;
  assert(first !== undefined, 'the file has lines');
  return { on: first[0], lines: first[1] };
}

function placeOf(line: FileLine): string {
  return [line.vdc, line.village].filter((part) => part !== '').join(', ') || line.district;
}

function unitOf(line: FileLine): string {
  return line.unit === '' ? 'piece' : line.unit;
}

function itemOf(line: FileLine): string {
  return `${line.item}, ${unitOf(line)}`;
}

function sumOf(pairs: Iterable<readonly [string, number]>): Sums {
  const sums = new Map<string, number>();
  for (const [key, count] of pairs) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function rowOf(rows: ReadonlyMap<string, RowId>, name: string): RowId {
  const row = rows.get(name);
  assert(row !== undefined, `${name} was made`);
  return row;
}
