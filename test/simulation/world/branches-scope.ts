import { assert } from '#lib/assert.ts';
import { numberToDay } from '#domain/days.ts';
import { type Kind, type Row, rowKeyText } from '#domain/rows.ts';
import type { BranchId, Day, RowId } from '#domain/scalars.ts';
import { SOMEBODY, toldToCoordinators } from '#domain/told-to-coordinators.ts';
import { branchesAnswerSchema, branchesBodySchema } from '#protocol/branches.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { rowJson } from '#protocol/row-json.ts';
import { toldRows } from '#test/support/told-rows.ts';

import { type Ledger, ledgerOf, type Ledgers } from './ledger.ts';
import { deviceOf } from './scope.ts';

type Told = readonly [Kind, RowId, unknown];

const DAY_MS = 24 * 60 * 60 * 1000;
/** Kinds of which a coordinator may hear, said here once more: the table of the program is what is looked at. */
const OPEN_KINDS: ReadonlySet<string> = new Set(
  'branch item mealWindow checkpoint requirement dayRequirement cancellation run delivery correction vehicle'.split(
    ' ',
  ),
);
/** People and what a branch keeps to itself. Other kinds stand under the ids of what they are about, which may be told. */
const OWN_KINDS: ReadonlySet<string> = new Set(
  'member device contact invite kitchen sponsor sponsorLink pledge notice'.split(' '),
);
/** States, days and ids: what a row says beside what somebody wrote. */
const WORDS =
  /^(?:|open|closed|none|accepted|declined|planned|underWay|completed|abandoned|cancelled|first|usual|last|atStop|endOfRun|desk|told|import|review|vehicle|\d{4}-\d\d-\d\d|[0-9a-z]{16}\.\d+(?:[.~/ ][0-9a-z.~/ -]*)?)$/;

/** An answer to a device of one branch has in it no name of another branch, nor of anything that was made there (4). */
export function expectNoOtherBranch(bytes: Uint8Array, init: RequestInit, ledgers: Ledgers): void {
  if (ledgers.ofBranches.size < 2) return;
  const own = ledgers.devices.get(deviceOf(init));
  if (own === undefined) return;
  const text = Buffer.from(bytes).toString('latin1');
  for (const branch of ledgers.ofBranches.keys())
    if (branch !== own.branch && text.includes(branch))
      ledgers.story.violate(4, `the branch ${branch} was named to a phone of another`);
  for (const { device, branch } of ledgers.devices.values())
    if (branch !== own.branch && text.includes(device))
      ledgers.story.violate(4, `something of ${device} was told in another branch`);
}

/** What a coordinator is told of each branch is what its rows show through the sieve as they stand, and names nobody (4). */
export function expectSifted(bytes: Uint8Array, init: RequestInit, ledgers: Ledgers, now: number): void {
  const answer = fromBytes(branchesAnswerSchema, bytes);
  const body = answer.ok ? fromBytes(branchesBodySchema, answer.value.body) : answer;
  assert(body.ok, 'the server answers in its own shapes');
  const reader = ledgers.devices.get(deviceOf(init));
  if (reader?.standing !== 'coordinator') ledgers.story.violate(4, 'whoever is no coordinator read other branches');
  for (const { branch, page } of body.value.pages) {
    const told = page.flatMap((step) => toldRows(step) as readonly Told[]);
    if (told.length === 0) continue;
    const ledger = ledgerOf(ledgers, branch);
    const words = openWords(ledger);
    if (branch !== reader?.branch) ledgers.story.countReading();
    for (const row of told) expectShown(ledger, branch, row, now, words);
  }
}

function expectShown(ledger: Ledger, branch: BranchId, told: Told, now: number, words: Words): void {
  const { story, ever } = ledger;
  const [kind, id, body] = told;
  const text = rowKeyText({ kind, id });
  if (!OPEN_KINDS.has(kind)) story.violate(4, `a coordinator was told of ${text}`);
  if (body === null) {
    if (!ever.told.has(`organisers:${branch} ${text}`))
      story.violate(4, `a coordinator was told of the departure of ${text}, which was never there`);
    return;
  }
  JSON.parse(JSON.stringify(body), (_key, value: unknown) => {
    if (typeof value === 'string' && !words.isOpen(value)) story.violate(4, `a coordinator read ${value} in ${text}`);
    return value;
  });
  const row = ledger.rows.get(text);
  const shown = row && shownRow(ledger, row, now);
  if (shown === undefined || rowJson(kind, shown.body) !== JSON.stringify(body))
    story.violate(4, `a coordinator was told ${text} otherwise than it is`);
}

/** All that a coordinator's phone must hold of a branch when nothing is on its way, as JSON by its key. */
export function siftedNow(ledger: Ledger, now: number): ReadonlyMap<string, string> {
  const shown = [...ledger.rows.values()].flatMap((row) => shownRow(ledger, row, now) ?? []);
  return new Map(shown.map((row) => [rowKeyText(row), rowJson(row.kind, row.body)]));
}

function shownRow({ rows }: Ledger, row: Row, now: number): Row | undefined {
  const dayOf = (id: RowId): Day | undefined => {
    const delivery = rows.get(`delivery/${id}`);
    return delivery?.kind === 'delivery' ? delivery.body.on : undefined;
  };
  return toldToCoordinators(row, numberToDay(Math.floor(now / DAY_MS)), dayOf);
}

type Words = { readonly isOpen: (text: string) => boolean };

/** What a coordinator may read: names of things and places, and neither people's names nor ids of what stays in the branch. */
function openWords({ rows, devices }: Ledger): Words {
  const names = new Set<string>([SOMEBODY]);
  const inside = new Set<string>([...devices.keys()].filter((device) => !rows.has(`device/${device}`)));
  for (const row of rows.values()) {
    for (const name of namesOf(row)) names.add(name);
    // A delivery that was taken in bears the id of what was kept aside, which is none of a log's.
    if (row.kind === 'delivery') names.add(row.id);
    if (OWN_KINDS.has(row.kind)) inside.add(row.id);
  }
  // A row may speak of one that was told before and is gone; of what stays in the branch it may not.
  return { isOpen: (text) => names.has(text) || (WORDS.test(text) && !inside.has(text)) };
}

function namesOf({ kind, body }: Row): readonly string[] {
  if (kind === 'item') return [body.name, body.unit];
  if (kind === 'vehicle') return [body.capacity.unit];
  if (kind === 'mealWindow' || kind === 'branch') return [body.name];
  if (kind !== 'checkpoint') return [];
  return [body.name, body.code, body.district, ...Object.values(body.otherNames ?? {})].map(String);
}
