import { describe, expect, test } from 'vitest';

import { csvText } from '#domain/export/csv-text.ts';
import { exportedKinds, type ExportRows, keptKinds } from '#domain/export/export-rows.ts';
import { exportTables } from '#domain/export/export-tables.ts';
import { placesGeoJson } from '#domain/export/places-geojson.ts';
import { type Kind, kinds, type Row } from '#domain/rows.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { languages } from '#i18n/language.ts';
import { loadWords } from '#i18n/load-words.ts';
import { parseLines } from '#screens/organiser/import/parse-lines.ts';
import { tableLines } from '#domain/export/table-lines.ts';
import { openMemoryBranch, type MemoryBranch } from '#test/support/memory-branch.ts';
import { planInto } from '#test/support/import-into.ts';
import { amount } from '#test/support/test-plan.ts';

const ON = '2026-01-15' as Day;

function rowsOf(branch: MemoryBranch): ExportRows {
  const entries = exportedKinds.map((kind) => [kind, branch.rows(kind as Kind) as readonly Row[]]);
  return Object.fromEntries(entries) as ExportRows;
}

/** Two places, a kitchen, a run that was driven, corrected at the first stop and not delivered at the second. */
function aDay(): MemoryBranch {
  const branch = openMemoryBranch();
  const made = (mutation: Parameters<MemoryBranch['mutate']>[0]): RowId => {
    const saved = branch.mutate(mutation);
    if (!saved.ok) throw new Error(saved.error.code);
    return saved.value;
  };
  const place = (name: string, code: string, position: { lat: number; lon: number } | null): RowId =>
    made({
      name: 'checkpointCreate',
      args: {
        fields: {
          name,
          otherNames: { kk: null, ru: `${name} по-русски`, en: null },
          code,
          landmark: '=HYPERLINK("x")',
          district: 'North',
          phone: '+7 701 1',
          position,
        },
      },
    });
  const tea = made({ name: 'itemCreate', args: { fields: { name: 'Tea', unit: 'l' } } });
  const bridge = place('Bridge', '7', { lat: 51_160_000, lon: 71_430_000 });
  const school = place('School', '12', null);
  const window = made({
    name: 'mealWindowCreate',
    args: { fields: { name: 'Night', startMinute: 1_380, endMinute: 1_500 } },
  });
  const stops = [
    { checkpoint: bridge, lines: [amount(tea, 2.5)] },
    { checkpoint: school, lines: [amount(tea, 1)] },
  ];
  const run = made({
    name: 'runPlan',
    args: { label: 'Late', on: ON, window, kitchen: null, driver: null, stops },
  });
  const record = (stop: number, checkpoint: RowId, units: number): RowId =>
    made({
      name: 'deliveryRecord',
      args: {
        run,
        stop,
        checkpoint,
        on: ON,
        window,
        lines: [amount(tea, units)],
        reason: null,
        note: '',
        how: 'desk',
      },
    });
  const first = record(0, bridge, 2);
  made({
    name: 'deliveryCorrect',
    args: { delivery: first, lines: [amount(tea, 2.25)], reason: 'notEnough', note: '' },
  });
  made({ name: 'deliveryWithdraw', args: { delivery: record(1, school, 1), note: '' } });
  return branch;
}

/** The same day, with everything that stands beside it. */
function everything(): MemoryBranch {
  const branch = aDay();
  const make = (mutation: Parameters<MemoryBranch['mutate']>[0]): RowId => {
    const saved = branch.mutate(mutation);
    if (!saved.ok) throw new Error(`${mutation.name}: ${saved.error.code}`);
    return saved.value;
  };
  const one = (kind: Kind): RowId => branch.rows(kind)[0]?.id ?? ('' as RowId);
  const [item, window, run] = [one('item'), one('mealWindow'), one('run')];
  const texts = [{ language: 'ru' as const, title: 'Горячая линия', text: '=1+1' }];
  const notice = { topic: 'hotline' as const, texts, phone: '109', chats: ['whatsapp' as const], until: null };
  make({ name: 'noticeCreate', args: { fields: { ...notice, isPinned: true, affects: null } } });
  const sponsor = make({ name: 'sponsorCreate', args: { fields: { name: 'Bakery', language: 'kk' } } });
  const { count } = amount(item, 40);
  const promised = { sponsor, item, count, from: ON, until: ON, window: null, district: '', need: null };
  make({ name: 'pledgeMake', args: { fields: promised } });
  make({
    name: 'needRelease',
    args: { fields: { item, count: amount(item, 5).count, on: ON, window: null, district: 'North' } },
  });
  const thermos = make({ name: 'returnableCreate', args: { fields: { name: 'Thermos' } } });
  const where = { run, stop: null, checkpoint: null, on: ON, insteadOf: null };
  make({ name: 'returnablesCount', args: { ...where, step: 'out', lines: [amount(thermos, 3)] } });
  const member = make({ name: 'memberAdd', args: { name: 'Anna', phone: null } });
  const now = { kitchen: null, checkpoint: null, weekly: [{ window, weekdays: [1] }], days: [] };
  make({ name: 'availabilitySet', args: { member, was: null, now } });
  make({ name: 'reviewDecide', args: { about: one('delivery'), decision: 'kept', seen: ['twice'] } });
  return branch;
}

describe('what is taken out', () => {
  test('says what counts: corrected amounts, and nothing that was withdrawn', () => {
    const deliveries = exportTables(rowsOf(aDay())).find(({ id }) => id === 'deliveries');
    expect(deliveries?.rows).toEqual([
      [ON, 'Night', 'Late', 7, 'Bridge', 'North', 'Tea', 'l', 2.25, 'notEnough', '', 'desk', expect.any(String)],
    ]);
  });

  test('has a line for each item of each stop, every line as wide as its columns', () => {
    const tables = exportTables(rowsOf(aDay()));
    const runs = tables.find(({ id }) => id === 'runs');
    expect(runs?.rows.map((cells) => cells.slice(6, 13))).toEqual([
      [1, 7, 'Bridge', 'North', 'Tea', 'l', 2.5],
      [2, 12, 'School', 'North', 'Tea', 'l', 1],
    ]);
    for (const { columns, rows } of tables) for (const row of rows) expect(row).toHaveLength(columns.length);
    expect(tables.find(({ id }) => id === 'windows')?.rows).toEqual([['Night', '23:00', '25:00', 'open']]);
  });

  test('names nobody beside a delivery', () => {
    const branch = aDay();
    branch.mutate({ name: 'memberAdd', args: { name: 'Somebody Particular', phone: null } });
    const tables = exportTables(rowsOf(branch)).filter(({ id }) => id === 'deliveries');
    expect(JSON.stringify(tables)).not.toContain('Particular');
  });

  test.each(languages)(
    'as a list of checkpoints in %s is understood by the import, which finds nothing new',
    async (language) => {
      const branch = aDay();
      const words = { ...(await loadWords(language, 'common')), ...(await loadWords(language, 'export')) };
      const [checkpoints] = exportTables(rowsOf(branch));
      if (checkpoints === undefined) throw new Error('no checkpoints');
      const manner =
        language === 'en'
          ? ({ separator: ',', decimalSign: '.' } as const)
          : ({ separator: ';', decimalSign: ',' } as const);
      const parsed = await parseLines(csvText(tableLines(checkpoints, words), manner).slice(1));
      if (!parsed.ok) throw new Error(parsed.error.code);
      const again = planInto(branch, parsed.value.cells);
      expect([again.steps, again.badLines, again.presentLineCount]).toEqual([[], [], 2]);
      const elsewhere = planInto(openMemoryBranch(), parsed.value.cells);
      expect(elsewhere.steps).toMatchObject([
        {
          fields: {
            code: '7',
            name: 'Bridge',
            otherNames: { kk: null, ru: 'Bridge по-русски', en: null },
            phone: '+7 701 1',
            position: { lat: 51_160_000, lon: 71_430_000 },
          },
        },
        { fields: { code: '12', name: 'School', landmark: '=HYPERLINK("x")', district: 'North' } },
      ]);
    },
  );

  test('is every kind of row, but for those that are named as kept', () => {
    expect([...exportedKinds, ...keptKinds].toSorted()).toEqual(kinds.toSorted());
  });

  test('has what volunteers, sponsors, notices and crates say, and what was put right', () => {
    const tables = new Map(exportTables(rowsOf(everything())).map(({ id, rows }) => [id, rows]));
    expect(tables.get('notices')).toEqual([
      ['hotline', 'ru', 'Горячая линия', '=1+1', '109', 'whatsapp', '', 'yes', 'open'],
    ]);
    expect(tables.get('sponsors')).toEqual([['Bakery', 'kk', 'open']]);
    expect(tables.get('pledges')).toMatchObject([['Bakery', 'Tea', 'l', 40, ON, ON, '', '', 'confirmed']]);
    expect(tables.get('released')).toMatchObject([[ON, '', 'North', 'Tea', 'l', 5, 'open']]);
    expect(tables.get('returnables')).toMatchObject([
      ['', '', '', '', '', '', 'Thermos', '', 'open'],
      [ON, 'Late', '', '', '', 'out', 'Thermos', 3, ''],
    ]);
    expect(tables.get('availability')).toEqual([['Anna', 2, '', 'Night', '', '', '', '']]);
    expect(tables.get('corrections')).toMatchObject([
      [ON, 'Late', 7, 'Bridge', 'North', 'Tea: 2 l', 'corrected', 'Tea: 2.25 l', 'notEnough', '', expect.any(String)],
      [ON, 'Late', 12, 'School', 'North', 'Tea: 1 l', 'withdrawn', '', '', '', expect.any(String)],
    ]);
    expect(tables.get('review')).toMatchObject([[ON, 7, 'Bridge', 'North', '', 'kept', expect.any(String)]]);
  });

  test('has what checkpoints asked for and who promised it, and what each shift was handed over with; a request that is open is not "in use"', async () => {
    const branch = aDay();
    const [place] = branch.rows('checkpoint');
    const asked = branch.mutate({
      name: 'requestRaise',
      args: { checkpoint: place?.id as RowId, what: 'fuel', count: 2, note: '=2+2' },
    });
    branch.mutate({
      name: 'shiftTakeOver',
      args: { counts: { gaps: 1, overdue: 2, silent: 3, open: 4, promised: 5, review: 6 }, note: 'Thermos at 7' },
    });
    const lines = async (id: string) => {
      const words = { ...(await loadWords('en', 'common')), ...(await loadWords('en', 'export')) };
      return exportTables(rowsOf(branch))
        .filter((table) => table.id === id)
        .flatMap((table) => tableLines(table, words));
    };
    expect(asked.ok).toBe(true);
    const time: unknown = expect.stringMatching(/^20\d\d-\d\d-\d\d \d\d:\d\d$/);
    expect((await lines('requests'))[1]).toEqual([
      time,
      7,
      'Bridge',
      'North',
      'generator fuel',
      2,
      '=2+2',
      'nobody has promised it',
      '',
    ]);
    expect((await lines('shifts'))[1]).toEqual([time, expect.any(String), 1, 2, 3, 4, 5, 6, 'Thermos at 7']);
    expect(csvText(await lines('requests'), { separator: ',', decimalSign: '.' })).toContain(",'=2+2,");
  });

  test('as GeoJSON has the open places that have a position, longitude first', () => {
    const branch = aDay();
    expect(JSON.parse(placesGeoJson(rowsOf(branch)))).toEqual({
      type: 'FeatureCollection',
      features: [
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [71.43, 51.16] },
          properties: { kind: 'checkpoint', code: '7', name: 'Bridge', district: 'North', landmark: '=HYPERLINK("x")' },
        },
      ],
    });
  });
});
