import type { Hono } from 'hono';
import { assert } from '#lib/assert.ts';
import type { Mutation } from '#domain/mutators.ts';
import { type Row, rowKeyText } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { sponsorLinkIdOf } from '#protocol/names.ts';
import { rowJson } from '#protocol/row-json.ts';
import { readSponsorPage } from '#protocol/sponsor-page.ts';
import { nodeRandom } from '#server/auth/node-crypto.ts';
import { offerPledge, sponsorPageOf, sponsorPictureOf } from '#server/sponsor/ask.ts';
import { aigul, breakfast, bolat, type Breakfast, dana, kuat } from '#test/support/breakfast.ts';
import { sha256 } from '#test/support/crypto.ts';
import { emptyTables, memoryStorage, type MemoryTables } from '#test/support/memory-storage.ts';
import { nextMutation, randomMutation } from '#test/support/random-mutation.ts';
import { type Chance, seededChance } from '#test/support/seeded.ts';
import { createTestApp } from '#test/support/test-app.ts';
import { BRANCH, granted, type Hand, NOON } from '#test/support/test-branch.ts';

import { type Answer, SOCKET } from './server.ts';
import { privateIn, sponsorBehind, wrongSumsIn } from './sponsors-sight.ts';

/** Stands in every text that no sponsor may see. */
const PRIVATE = 'Qupiya';
const SECRETS = ['7h9k2m4n6p8q0r1s3t5v7w9x1y', '0r1s3t5v7w9x1y7h9k2m4n6p8q'] as const;
const NAMES = ['Bakery', 'Mill'] as const;
const ACTS = 30;
const READINGS = 2;
const HANDS: readonly Hand[] = [dana, dana, dana, aigul, aigul, bolat, kuat];
/** What a sponsor's page is made of is done more often than the rest. */
const GIVING = ['pledgeMake', 'pledgeConfirm', 'runLoad', 'runLoad', 'needRelease', 'photoRelease'] as const;
const DRIVING = ['deliveryRecord', 'deliveryRecord', 'deliveryCorrect', 'runDepart', 'photoAdd'] as const;

/** What was looked at in some of these worlds. */
export type Looked = {
  readonly pages: number;
  readonly runs: number;
  readonly pictures: number;
  readonly bytes: number;
};

/**
 * A branch that gives, without its phones: people act at random, each private text of theirs is marked, and the product's
 * server answers sponsors out of what they made. Small, so that very many can be lived through.
 * @returns what was told and must not be, and how much was looked at
 */
export async function runGivingWorld(seed: number): Promise<Looked & { readonly found: readonly string[] }> {
  const chance = seededChance(seed);
  const story = givingBreakfast();
  const looked = { pages: 0, runs: 0, pictures: 0, bytes: 0 };
  const found: string[] = [];
  for (let reading = 0; reading < READINGS; reading += 1) {
    for (let act = 0; act < ACTS; act += 1) actAtRandom(story, chance);
    const tables = tablesOf([...story.branch.rows.values()]);
    const app = appOver(tables);
    for (const secret of SECRETS) found.push(...(await read(app, tables, { secret, looked, chance })));
  }
  return { ...looked, found };
}

/** Two give, both have a link, and the morning's run carries what they gave. */
function givingBreakfast(): Breakfast {
  const story = breakfast();
  const own = {
    kind: 'branch',
    id: BRANCH as string as RowId,
    body: { name: 'Kokshetau', utcOffsetMinutes: 300 },
  } as const;
  story.branch.rows.set(rowKeyText(own), own);
  const by = (mutation: Mutation) => granted(story.branch.does(dana, mutation));
  const pledges = NAMES.map((name, index) => {
    const sponsor = by({ name: 'sponsorCreate', args: { fields: { name, language: 'kk' } } });
    const id = sponsorLinkIdOf(sha256, SECRETS[index] ?? '');
    by({ name: 'sponsorLinkCreate', args: { id, sponsor, expiresAt: null } });
    const run = story.branch.body('run', story.run);
    assert(run !== undefined, 'the morning has a run');
    const days = { from: run.on, until: run.on, window: null, district: '', need: null };
    const line = run.stops[1]?.lines[index];
    assert(line !== undefined, 'the clinic gets tea and bread');
    return by({ name: 'pledgeMake', args: { fields: { sponsor, ...line, ...days } } });
  });
  const lines = pledges.map((pledge) => ({ pledge, count: 2_000 as never }));
  by({ name: 'runLoad', args: { run: story.run, lines } });
  return story;
}

/** What is refused changes nothing. */
function actAtRandom({ branch }: Breakfast, chance: Chance): void {
  const hand = chance.oneOf(HANDS) ?? dana;
  const often = hand.role === 'organiser' ? GIVING : hand.role === 'driver' ? DRIVING : [];
  const name = chance.isOneIn(2) ? chance.oneOf<Mutation['name']>(often) : undefined;
  const rows = branch.rows.values();
  const mutation = name === undefined ? nextMutation(rows, hand, chance) : randomMutation(name, rows, hand, chance);
  if (mutation.name !== 'enrol')
    branch.does(hand, { ...mutation, args: marked(mutation.args, mutation.name) } as Mutation);
}

const PRIVATE_FIELDS = new Set(
  'name label note reason landmark registration by promisedBy text title kk ru en'.split(' '),
);
/** Names that a sponsor may read. */
const PUBLIC_NAMES = /^(?:item|mealWindow|branch|sponsor)(?:Create|Amend)$/;

/** The same arguments, with the mark in each text that is nobody's business. */
function marked(value: unknown, name: string, field = ''): unknown {
  if (typeof value === 'string') {
    const isPublic = !PRIVATE_FIELDS.has(field) || PUBLIC_NAMES.test(name) || value.endsWith(PRIVATE);
    return isPublic ? value : `${value} ${PRIVATE}`.trim();
  }
  if (Array.isArray(value)) return value.map((one) => marked(one, name, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, marked(one, name, key)]));
}

/** A server's memory that holds these rows, and a picture for each photo. */
function tablesOf(rows: readonly Row[]): MemoryTables {
  const tables = emptyTables();
  for (const row of rows) {
    const { kind, id } = row;
    tables.state.set(`${BRANCH} ${rowKeyText(row)}`, {
      branch: BRANCH,
      row: { kind, id, version: 1, body: rowJson(kind, row.body) },
    });
    if (kind !== 'photo') continue;
    const bytes = new TextEncoder().encode(id);
    const picture = { photo: id, device: dana.device, bytes, isWhole: true, begunAt: NOON };
    tables.pictures.set(`${BRANCH} ${id}`, { branch: BRANCH, row: picture });
  }
  return tables;
}

function appOver(tables: MemoryTables): Hono {
  const storage = memoryStorage(tables);
  const ports = { sha256, random: nodeRandom };
  return createTestApp({
    engine: {
      sponsorPage: (secret, now) => sponsorPageOf(storage, ports, secret, now),
      offerPledge: (offer, now) => offerPledge(storage, ports, { ...offer, now }),
      sponsorPicture: (asked, now) => sponsorPictureOf(storage, ports, { ...asked, now }),
    },
  });
}

type Reader = {
  readonly secret: string;
  readonly chance: Chance;
  readonly looked: { -readonly [K in keyof Looked]: Looked[K] };
};

/** Everything that a link can ask for: its page, an offer for what it shows, and every photo that there is. */
async function read(app: Hono, tables: MemoryTables, { secret, chance, looked }: Reader): Promise<readonly string[]> {
  const asked = await ask(app, '/api/sponsor', { secret });
  const need = readSponsorPage(textOf(asked))?.needs[0];
  const offered =
    need === undefined || chance.isOneIn(2)
      ? []
      : [await ask(app, '/api/sponsor/pledge', { secret, need: need.id, count: need.count })];
  const found: string[] = [];
  for (const answer of [asked, ...offered]) {
    looked.bytes += answer.body.length;
    found.push(...lookAt(answer, tables, secret));
    const page = readSponsorPage(textOf(answer));
    if (page === undefined) continue;
    looked.pages += 1;
    looked.runs += page.runs.length;
    found.push(
      ...(await lookAtPictures(app, tables, { secret, looked, shown: page.runs.flatMap(({ photos }) => photos) })),
    );
  }
  return found;
}

function lookAt(answer: Answer, tables: MemoryTables, secret: string): readonly string[] {
  const rows = rowsOf(tables);
  const text = JSON.stringify(answer.headers) + textOf(answer);
  const marks = [PRIVATE, '716 200', secret].filter((mark) => text.includes(mark)).map((mark) => `told ${mark}`);
  const sponsor = sponsorBehind(rows, secret);
  if ((answer.status === 200) !== (sponsor !== undefined)) marks.push(`answered with ${answer.status}`);
  const page = readSponsorPage(textOf(answer));
  if (sponsor === undefined || page === undefined) return marks;
  return [...marks, ...privateIn(answer, sponsor.body.name, rows), ...wrongSumsIn(page, sponsor.id, rows)];
}

/** A picture is given only where the page shows it, and only one that an organiser released. */
async function lookAtPictures(
  app: Hono,
  tables: MemoryTables,
  { secret, looked, shown }: Pick<Reader, 'secret' | 'looked'> & { readonly shown: readonly string[] },
): Promise<readonly string[]> {
  const photos = rowsOf(tables).filter((row) => row.kind === 'photo');
  const found: string[] = [];
  for (const hash of new Set(photos.map(({ body }) => body.hash))) {
    const answer = await ask(app, '/api/sponsor/photo', { secret, photo: hash });
    const isOpen = answer.status === 200;
    const isReleased = photos.some(({ id, body }) => body.status === 'released' && textOf(answer) === id);
    if (isOpen !== shown.includes(hash)) found.push(`a photo was answered with ${answer.status}`);
    if (isOpen && !isReleased) found.push('a photo was shown that nobody released');
    if (isOpen) looked.pictures += 1;
  }
  return found;
}

function rowsOf(tables: MemoryTables): readonly Row[] {
  return [...tables.state.values()].flatMap(({ row: { kind, id, body } }) =>
    body === null ? [] : [{ kind, id, body: JSON.parse(body) as never } as Row],
  );
}

async function ask(app: Hono, path: string, body: object): Promise<Answer> {
  const response = await app.request(path, { method: 'POST', body: JSON.stringify(body) }, SOCKET);
  const headers = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: new Uint8Array(await response.arrayBuffer()) };
}

function textOf({ body }: Answer): string {
  return new TextDecoder().decode(body);
}
