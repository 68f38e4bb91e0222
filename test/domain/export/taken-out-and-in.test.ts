import { describe, expect, test } from 'vitest';

import { csvText } from '#domain/export/csv-text.ts';
import { exportedKinds, type ExportRows } from '#domain/export/export-rows.ts';
import type { ExportTableId } from '#domain/export/export-table.ts';
import { exportTables } from '#domain/export/export-tables.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Kind, Row } from '#domain/rows.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { type Language, languages } from '#i18n/language.ts';
import { loadWords } from '#i18n/load-words.ts';
import { parseLines } from '#screens/organiser/import/parse-lines.ts';
import { tableLines } from '#domain/export/table-lines.ts';
import { importInto, planInto } from '#test/support/import-into.ts';
import { openMemoryBranch, type MemoryBranch } from '#test/support/memory-branch.ts';
import { amount } from '#test/support/test-plan.ts';

const PAST = '2026-01-15' as Day;
const AHEAD = '2026-12-01' as Day;

function make(branch: MemoryBranch, mutation: Mutation): RowId {
  const saved = branch.mutate(mutation);
  if (!saved.ok) throw new Error(saved.error.code);
  return saved.value;
}

/** A list of the branch as a CSV file, read again. */
async function takenOut(branch: MemoryBranch, id: ExportTableId, language: Language = 'en') {
  const entries = exportedKinds.map((kind) => [kind, branch.rows(kind as Kind) as readonly Row[]]);
  const table = exportTables(Object.fromEntries(entries) as ExportRows).find((one) => one.id === id);
  if (table === undefined) throw new Error('no such list');
  const words = { ...(await loadWords(language, 'common')), ...(await loadWords(language, 'export')) };
  const parsed = await parseLines(
    csvText(tableLines(table, words), { separator: ';', decimalSign: language === 'en' ? '.' : ',' }).slice(1),
  );
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value.cells;
}

/** What counts at each place, by the names that people use. */
function delivered(branch: MemoryBranch): readonly string[] {
  const nameOf = new Map([...branch.rows('checkpoint'), ...branch.rows('item')].map(({ id, body }) => [id, body.name]));
  return branch
    .rows('delivery')
    .flatMap(({ body }) =>
      body.lines.map(({ item, count }) => `${body.on} ${nameOf.get(body.checkpoint)} ${nameOf.get(item)} ${count}`),
    )
    .toSorted();
}

function aBranchOfDeliveries() {
  const branch = openMemoryBranch();
  const place = (name: string, code: string): RowId => {
    const fields = { name, code, otherNames: null, landmark: '', district: 'North', phone: null, position: null };
    return make(branch, { name: 'checkpointCreate', args: { fields } });
  };
  const tea = make(branch, { name: 'itemCreate', args: { fields: { name: 'Tea', unit: 'l' } } });
  const soup = make(branch, { name: 'itemCreate', args: { fields: { name: 'Soup', unit: 'portion' } } });
  const [bridge, school] = [place('Bridge', '7'), place('School', '12')];
  const record = (checkpoint: RowId, item: RowId, units: number): RowId => {
    const where = { run: null, stop: null, checkpoint, on: PAST, window: null };
    const said = { lines: [amount(item, units)], reason: null, note: '', how: 'atStop' as const };
    return make(branch, { name: 'deliveryRecord', args: { ...where, ...said } });
  };
  return { branch, tea, soup, bridge, school, first: record(bridge, tea, 2.5), second: record(school, soup, 20) };
}

describe('a list of deliveries that was taken out', () => {
  test.each(languages)('changes nothing where it comes from, also after a correction, in %s', async (language) => {
    const { branch, tea, first, second } = aBranchOfDeliveries();
    const before = await takenOut(branch, 'deliveries', language);
    make(branch, {
      name: 'deliveryCorrect',
      args: { delivery: first, lines: [amount(tea, 1)], reason: null, note: '' },
    });
    make(branch, { name: 'deliveryWithdraw', args: { delivery: second, note: '' } });
    for (const cells of [before, await takenOut(branch, 'deliveries', language)]) {
      const plan = planInto(branch, cells);
      expect(plan).toMatchObject({ steps: [], badLines: [], differingRuns: [], presentLineCount: cells.length - 2 });
    }
  });

  test('is past deliveries in another branch, once', async () => {
    const { branch } = aBranchOfDeliveries();
    const cells = await takenOut(branch, 'deliveries');
    const other = openMemoryBranch();
    importInto(other, cells);
    expect(delivered(other)).toEqual(delivered(branch));
    expect(delivered(other)).toEqual(['2026-01-15 Bridge Tea 2500', '2026-01-15 School Soup 20000']);
    expect(planInto(other, cells).steps).toEqual([]);
    // Its own list, taken out of there, changes nothing there either.
    expect(planInto(other, await takenOut(other, 'deliveries')).steps).toEqual([]);
  });

  test('brings in the lines that somebody wrote below, and those once', async () => {
    const { branch } = aBranchOfDeliveries();
    const other = openMemoryBranch();
    importInto(other, await takenOut(branch, 'deliveries'));
    const [heading = [], ...lines] = await takenOut(other, 'deliveries');
    const [first = []] = lines;
    const added = first.map((cell, index) => (heading[index] === 'Record' ? '' : cell));
    const longer = [heading, ...lines, added];
    const before = delivered(other).length;
    importInto(other, longer);
    expect(delivered(other)).toHaveLength(before + 1);
    expect(planInto(other, longer).steps).toEqual([]);
  });
});

test.each(languages)(
  'a list of runs that was taken out plans nothing anew, neither what was renamed nor what was called off, in %s',
  async (language) => {
    const { branch, tea, bridge } = aBranchOfDeliveries();
    const plan = (label: string): RowId =>
      make(branch, {
        name: 'runPlan',
        args: {
          label,
          on: AHEAD,
          window: null,
          kitchen: null,
          driver: null,
          stops: [{ checkpoint: bridge, lines: [amount(tea, 3)] }],
        },
      });
    const [early, late] = [plan('Early'), plan('Late')];
    const cells = await takenOut(branch, 'runs', language);
    make(branch, { name: 'runCancel', args: { run: late, reason: '' } });
    const runs = branch.rows('run').find(({ id }) => id === early)?.body;
    expect(runs?.label).toBe('Early');
    expect(planInto(branch, cells)).toMatchObject({ steps: [], badLines: [], presentLineCount: 2, differingRuns: [] });
    const changed = cells.map((row) => row.map((cell) => (cell === 'Early' ? 'Earliest' : cell)));
    expect(planInto(branch, changed)).toMatchObject({ steps: [], presentLineCount: 2 });
  },
);

test.each(languages)(
  'free times that were taken out are understood by the import, and are here, in %s',
  async (language) => {
    const branch = openMemoryBranch();
    const member = make(branch, { name: 'memberAdd', args: { name: 'Anna', phone: null } });
    const window = make(branch, {
      name: 'mealWindowCreate',
      args: { fields: { name: 'Night', startMinute: 1_380, endMinute: 1_500 } },
    });
    const now = {
      kitchen: null,
      checkpoint: null,
      weekly: [{ window, weekdays: [0, 4] }],
      days: [
        { on: '2026-12-01' as Day, windows: [window] },
        { on: '2026-12-02' as Day, windows: [] },
      ],
    };
    make(branch, { name: 'availabilitySet', args: { member, was: null, now } });
    const cells = await takenOut(branch, 'availability', language);
    expect(planInto(branch, cells)).toMatchObject({ steps: [], badLines: [], presentLineCount: 4 });
    const other = openMemoryBranch();
    make(other, { name: 'memberAdd', args: { name: 'anna', phone: null } });
    make(other, {
      name: 'mealWindowCreate',
      args: { fields: { name: 'Night', startMinute: 1_380, endMinute: 1_500 } },
    });
    importInto(other, cells);
    expect(
      other.rows('availability').map(({ body }) => [body.weekly.map(({ weekdays }) => weekdays), body.days]),
    ).toEqual([[[[0, 4]], [expect.objectContaining({ on: '2026-12-01' }), { on: '2026-12-02', windows: [] }]]]);
  },
);
