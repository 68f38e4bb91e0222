import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { assert } from '#lib/assert.ts';
import { addDays } from '#domain/days.ts';
import { type Kind, kinds, rowKeyText } from '#domain/rows.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { isToldToCoordinators, toldToCoordinators } from '#domain/told-to-coordinators.ts';
import { askBranches, rowsTold, type Told } from '#test/support/ask-branches.ts';
import { memberOf, aigul } from '#test/support/breakfast.ts';
import { layRows, plantedRows, textsOf } from '#test/support/planted.ts';
import type { TestPhone } from '#test/support/test-phone.ts';
import { TODAY, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';
import { startTestServer, type TestServer } from '#test/support/test-server.ts';

const MARK = 'qZq';
let server: TestServer;
let home: BranchId;
let zerendi: BranchId;
let coordinator: TestPhone;
beforeEach(async () => {
  server = await startTestServer();
  zerendi = await server.openBranch('Zerendi');
  coordinator = await server.enrolled('coordinator', 'Marat');
  home = coordinator.me().branch;
});
afterEach(() => server.stop());

async function told(held: Parameters<typeof askBranches>[2] = []): Promise<Told> {
  const answer = await askBranches(server, coordinator, held);
  assert(typeof answer !== 'string', 'a coordinator is answered');
  return answer;
}

/** Where the mark stands in what was told, by kind. */
function markedFields(rows: ReturnType<typeof rowsTold>): Readonly<Partial<Record<Kind, readonly string[]>>> {
  const found = new Map<Kind, Set<string>>();
  for (const { kind, body } of rows) {
    for (const path of textsOf(body)) {
      const text = path.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], body);
      if (String(text).includes(MARK)) found.set(kind, (found.get(kind) ?? new Set()).add(path.join('.')));
    }
  }
  return Object.fromEntries([...found].map(([kind, fields]) => [kind, [...fields].toSorted()]));
}

describe('14 what a coordinator is told', () => {
  test('of every branch alike: what places, items and meal windows are called, and no other word that somebody wrote', async () => {
    await layRows(server, zerendi, plantedRows(MARK));
    await layRows(server, home, plantedRows(MARK));
    const answer = await told();
    expect(answer.body.branches).toEqual([home, zerendi].toSorted());
    for (const branch of [home, zerendi]) {
      expect(markedFields(rowsTold(answer, branch))).toEqual({
        branch: ['name'],
        item: ['name', 'unit'],
        mealWindow: ['name'],
        checkpoint: ['district', 'name', 'otherNames.kk', 'otherNames.ru'],
        vehicle: ['capacity.unit'],
      });
    }
    // Its own feed is of itself alone; nothing of its branch comes by another door.
    expect([...coordinator.rows.values()].map(({ kind }) => kind).toSorted()).toEqual(['device', 'member']);
  });

  test('that somebody drives, and not who: no member, driver or device is named in any row', async () => {
    await layRows(server, zerendi, plantedRows(MARK));
    const answer = await told();
    const rows = rowsTold(answer, zerendi);
    const [run, delivery] = (['run', 'delivery'] as const).map((kind) => rows.find((row) => row.kind === kind)?.body);
    expect(run).toMatchObject({ driver: 'somebody', label: '', reason: '' });
    expect(delivery).toMatchObject({ member: null, device: null, note: '' });
    expect(answer.text).not.toContain(`"${memberOf(aigul)}"`);
    expect(answer.text).not.toContain(`"${aigul.device}"`);
    const [kindsTold, all] = [new Set(rows.map(({ kind }) => kind)), kinds.filter(isToldToCoordinators)];
    expect([...kindsTold].toSorted()).toEqual(all.toSorted());
    for (const kind of ['member', 'device', 'contact', 'invite', 'availability', 'sponsor', 'aside'] as const)
      expect(isToldToCoordinators(kind)).toBe(false);
  });

  test('from where it stood: what changed since, nothing twice, and each row as the branch has it', async () => {
    const organiser = await server.enrolled('organiser', 'Dana', zerendi);
    const tea = writeItem(organiser, 'Tea');
    await organiser.settle();
    const first = await told();
    const held = first.body.pages.map(({ branch, epoch, cursor }) => ({ branch, epoch, cursor }));
    expect(rowsTold(first, zerendi).map(rowKeyText)).toEqual([`branch/${zerendi}`, `item/${tea}`]);
    const place = writeCheckpoint(organiser, '7', 'Post', { phone: '102', district: 'Zerendi' });
    await organiser.settle();
    const next = await told(held);
    expect(next.body.pages.map(({ startCursor }) => startCursor)).toEqual(held.map(({ cursor }) => cursor));
    expect(rowsTold(next, zerendi)).toEqual([
      {
        kind: 'checkpoint',
        id: place,
        body: {
          name: 'Post',
          code: '7',
          otherNames: null,
          landmark: '',
          district: 'Zerendi',
          phone: null,
          position: null,
          status: 'open',
        },
      },
    ]);
    expect(rowsTold(next, home)).toEqual([]);
    // A cursor of another branch, or of nobody, is none.
    const strange = held.map((one, index) => ({ ...one, cursor: held[1 - index]?.cursor ?? null }));
    expect((await told(strange)).body.pages.map(({ startCursor }) => startCursor)).toEqual([null, null]);
  });

  test('of no day longer ago than a week', async () => {
    const rows = plantedRows(MARK).filter(({ kind }) => ['run', 'delivery', 'correction'].includes(kind));
    expect(new Set(rows.map(({ kind }) => kind)).size).toBe(3);
    const dayOf = (id: RowId) =>
      rows.flatMap((row) => (row.kind === 'delivery' && row.id === id ? [row.body.on] : []))[0];
    for (const [days, isTold] of [
      [7, true],
      [8, false],
    ] as const) {
      const today = addDays(TODAY, days);
      expect(rows.every((row) => (toldToCoordinators(row, today, dayOf) !== undefined) === isTold)).toBe(true);
    }
    server.clock.move(8 * 24 * 60 * 60 * 1000);
    await layRows(server, zerendi, rows);
    expect(rowsTold(await told(), zerendi).map(({ kind }) => kind)).toEqual(['branch']);
  });
});

describe('14 who is a coordinator', () => {
  test('nobody else is told of branches, and a coordinator who was revoked no more', async () => {
    const dana = await server.enrolled('organiser', 'Dana');
    const others = [dana, await server.enrolled('driver'), await server.enrolled('technicalSupport')];
    for (const phone of others) expect(await askBranches(server, phone)).toBe('notFound');
    expect(await askBranches(server, server.phone())).toBe('unknownDevice');
    expect(await askBranches(server, { ...coordinator, sign: dana.sign })).toBe('badSignature');
    await told();
    dana.write({ name: 'deviceRevoke', args: { device: coordinator.device as string as RowId } });
    await dana.settle();
    expect(await askBranches(server, coordinator)).toBe('notFound');
  });

  test('only the operator makes one, and only the operator gives one another phone', async () => {
    const dana = await server.enrolled('organiser', 'Dana');
    const id = (text: string) => text.padEnd(26, '0') as RowId;
    const offered = { role: 'coordinator', label: '', expiresAt: server.clock.now() + 3_600_000 } as const;
    for (const [index, member] of [null, coordinator.me().member].entries()) {
      dana.write({ name: 'inviteCreate', args: { ...offered, id: id(`try${index}`), member } });
    }
    const outcomes = await dana.settle();
    expect(outcomes.filter(({ code }) => code === 'notAllowed').map(({ from, to }) => to - from + 1)).toEqual([2]);
  });
});
