import { describe, expect, test } from 'vitest';

import { type Audience, audiencesOf, grantsOf, isAbsenceTrue, projectionsOf } from '#domain/audiences.ts';
import { dayRequirementId } from '#domain/derived-ids.ts';
import { bodies, type Kind, kinds, type Row } from '#domain/rows.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { shapeOf } from '#protocol/shape.ts';
import { freshFeeds, heldBy } from '#test/support/fresh-feeds.ts';
import { aigul, bolat, dana, type Breakfast, kuat, place, rustem, TODAY } from '#test/support/breakfast.ts';
import { busyMorning } from '#test/support/busy-morning.ts';
import { audiencesOfHand, BRANCH, granted, type Hand } from '#test/support/test-branch.ts';
import { fieldsOf } from '#test/support/walk-shape.ts';

const heldOf = ({ branch }: Breakfast, hand: Hand) =>
  heldBy(freshFeeds(BRANCH, branch.rows.values()), audiencesOfHand(hand));
const idsOf = (held: ReadonlyMap<string, Row>, kind: Kind) =>
  [...held.values()].filter((row) => row.kind === kind).map(({ id }) => id);

describe('who reads which feeds', () => {
  test('organisers the branch’s, drivers the volunteers’ and their own, who waits only their own', () => {
    const member = 'dana000000000000.1' as RowId;
    expect(audiencesOf(BRANCH, member, 'organiser')).toEqual(['organisers:kokshetau']);
    expect(audiencesOf(BRANCH, member, 'driver')).toEqual(['volunteers:kokshetau', `member:${member}`]);
    expect(audiencesOf(BRANCH, member, 'technicalSupport')).toEqual(['support:kokshetau', `member:${member}`]);
    // What a coordinator reads of the branches is no feed of its own (told-to-coordinators.ts).
    expect(audiencesOf(BRANCH, member, 'coordinator')).toEqual([`member:${member}`]);
    expect(audiencesOf(BRANCH, member, 'waiting')).toEqual([`member:${member}`]);
    expect(audiencesOf(BRANCH, member, 'newcomer')).toEqual([`member:${member}`]);
  });

  test('an absence is an absence only where everything is shown', () => {
    expect(
      (['newcomer', 'waiting', 'driver', 'technicalSupport', 'coordinator', 'organiser', 'operator'] as const).filter(
        isAbsenceTrue,
      ),
    ).toEqual(['organiser', 'operator']);
  });
});

describe('what they see', () => {
  test('an organiser sees every row whole, and a waiting one nothing but themself', () => {
    const morning = busyMorning();
    const all = heldOf(morning, dana);
    for (const [key, row] of morning.branch.rows) expect(all.get(key)).toEqual(row);
    expect(all.size).toBe(morning.branch.rows.size);
    expect([...heldOf(morning, rustem).keys()].toSorted()).toEqual([
      `device/${rustem.device}`,
      `member/${rustem.member}`,
    ]);
  });

  test('every kind is in the branch of this test, or is only ever a projection', () => {
    const present = new Set([...busyMorning().branch.rows.values()].map(({ kind }) => kind));
    expect(kinds.filter((kind) => !present.has(kind))).toEqual(['placeName', 'placeContact']);
  });

  test('a driver with nothing to drive sees the branch, items, windows, names of open places, and themself', () => {
    const morning = busyMorning();
    const seen = new Map<Kind, number>();
    for (const { kind } of heldOf(morning, bolat).values()) seen.set(kind, (seen.get(kind) ?? 0) + 1);
    expect(Object.fromEntries(seen)).toEqual({
      branch: 1,
      item: 2,
      itemTraits: 1,
      mealWindow: 1,
      notice: 1,
      request: 1,
      returnable: 1,
      placeName: 2,
      member: 1,
      device: 1,
    });
  });

  test('a driver with a run sees it, its places and its kitchen whole, and what they recorded', () => {
    const { run, post, clinic, kitchen, delivered, corrected, ...morning } = busyMorning();
    const held = heldOf({ run, post, clinic, kitchen, ...morning }, aigul);
    expect(idsOf(held, 'run')).toEqual([run]);
    expect(idsOf(held, 'checkpoint').toSorted()).toEqual([post, clinic].toSorted());
    expect(held.get(`checkpoint/${post}`)).toEqual(morning.branch.rows.get(`checkpoint/${post}`));
    expect(idsOf(held, 'kitchen')).toEqual([kitchen]);
    expect(idsOf(held, 'delivery')).toEqual([delivered]);
    expect(idsOf(held, 'correction')).toEqual([corrected]);
    expect(idsOf(held, 'member')).toEqual([aigul.member]);
    expect(idsOf(held, 'device')).toEqual([aigul.device]);
  });

  test('a driver learns where nothing is needed any more, of the places to which they were to go, and of no headcount', () => {
    const morning = busyMorning();
    const { branch, post, clinic, window } = morning;
    const id = dayRequirementId(clinic, window, TODAY);
    expect(idsOf(heldOf(morning, aigul), 'cancellation')).toEqual([id]);
    expect(heldOf(morning, aigul).get(`cancellation/${id}`)?.body).toMatchObject({ reason: 'closed' });
    expect(idsOf(heldOf(morning, bolat), 'cancellation')).toEqual([]);
    for (const kind of ['requirement', 'dayRequirement', 'batch', 'vehicle'] as const) {
      expect(idsOf(heldOf(morning, aigul), kind)).toEqual([]);
    }
    const elsewhere = { checkpoint: post, window, on: '2026-01-16' as Day, was: null, now: { reason: 'later' } };
    granted(branch.does(dana, { name: 'cancellationSet', args: elsewhere }));
    expect(idsOf(heldOf(morning, aigul), 'cancellation')).toEqual([id]);
  });

  test('a volunteer sees when they are said to be free, and nobody else does', () => {
    const morning = busyMorning();
    expect(idsOf(heldOf(morning, aigul), 'availability')).toEqual([aigul.member]);
    expect(idsOf(heldOf(morning, bolat), 'availability')).toEqual([]);
  });

  test('a place is shown to who answers requests for as long as it asks for something, and no other place', () => {
    const morning = busyMorning();
    const { branch, post, asked } = morning;
    const { name, otherNames, code, phone, position } = place('Road post', '17');
    const placesOf = () => idsOf(heldOf(morning, kuat), 'placeContact');
    expect(placesOf()).toEqual([post]);
    expect(heldOf(morning, kuat).get(`placeContact/${post}`)?.body).toEqual({
      name,
      otherNames,
      code,
      phone,
      position,
    });
    const settle = (status: 'done' | 'withdrawn', was: 'open' | 'done') => {
      const args = { request: asked, was: { status: was, promisedBy: null }, status } as const;
      granted(branch.does(dana, { name: 'requestSettle', args }));
    };
    settle('done', 'open');
    expect(placesOf()).toEqual([post]);
    expect(idsOf(heldOf(morning, bolat), 'request')).toEqual([]);
    settle('withdrawn', 'done');
    expect(placesOf()).toEqual([]);
    expect(idsOf(heldOf(morning, kuat), 'request')).toEqual([]);
  });

  test('a name of a place says its names and its code, and ends when the place is closed', () => {
    const morning = busyMorning();
    const nameOf = () => heldOf(morning, bolat).get(`placeName/${morning.post}`)?.body;
    expect(nameOf()).toEqual({
      name: 'Road post',
      otherNames: { kk: 'Road post, kk', ru: 'Road post, ru', en: null },
      code: '17',
    });
    granted(morning.branch.does(dana, { name: 'checkpointClose', args: { id: morning.post } }));
    expect(nameOf()).toBeUndefined();
  });

  test('whose delivery was corrected learns what counts now, but neither by whom nor with which words', () => {
    const morning = busyMorning();
    const seen = heldOf(morning, aigul).get(`correction/${morning.corrected}`)?.body;
    const whole = morning.branch.body('correction', morning.corrected);
    expect(whole).toMatchObject({ note: 'said so herself', member: dana.member });
    expect(seen).toEqual({ ...whole, note: '', member: null });
    expect(heldOf(morning, bolat).has(`correction/${morning.corrected}`)).toBe(false);
  });

  test('who corrects their own delivery sees their own words', () => {
    const morning = busyMorning();
    const withdraw = { name: 'deliveryWithdraw', args: { delivery: morning.delivered, note: 'twice' } } as const;
    const own = granted(morning.branch.does(aigul, withdraw));
    expect(heldOf(morning, aigul).get(`correction/${own}`)?.body).toMatchObject({
      note: 'twice',
      member: aigul.member,
    });
  });

  test('a run that is given to somebody else leaves, with its places', () => {
    const morning = busyMorning();
    granted(morning.branch.does(dana, { name: 'runAssign', args: { run: morning.run, driver: bolat.member } }));
    const [before, after] = [heldOf(morning, aigul), heldOf(morning, bolat)];
    for (const kind of ['run', 'checkpoint', 'kitchen'] as const) {
      expect(idsOf(before, kind)).toEqual([]);
      expect(idsOf(after, kind)).not.toEqual([]);
    }
    expect(idsOf(before, 'delivery')).toEqual([morning.delivered]);
  });
});

/** Finds no other row. */
const nothing = () => undefined;

describe('what no driver may see', () => {
  /** Which texts of which kind reach a driver who has nothing to do with the row. */
  const PUBLIC = new Set([
    'branch.name',
    'item.name',
    'item.unit',
    'mealWindow.name',
    'returnable.name',
    'notice.phone',
    'notice.until',
    'checkpoint.name',
    'checkpoint.code',
    'request.note',
    'request.promisedBy',
  ]);

  test('a marker planted in each text of each row reaches a stranger only where it is meant to', () => {
    const planted: Planted[] = [];
    const rows = [...busyMorning().branch.rows.values()].map((row) => plant(row, planted));
    const seen = JSON.stringify(
      [...heldBy(freshFeeds(BRANCH, rows), audiencesOfHand(bolat)).values()].filter(isNotBolats),
    );
    const reached = planted.filter(({ marker }) => seen.includes(marker)).map(({ way }) => way);
    expect(new Set(reached)).toEqual(PUBLIC);
    expect(planted.length).toBeGreaterThan(40);
  });

  test('and who answers requests learns of places where they are and how to call them, and of nobody', () => {
    const planted: Planted[] = [];
    const rows = [...busyMorning().branch.rows.values()].map((row) => plant(row, planted));
    const held = heldBy(freshFeeds(BRANCH, rows), audiencesOfHand(kuat));
    const seen = JSON.stringify([...held.values()].filter(({ id }) => !id.startsWith(kuat.device)));
    const reached = planted.filter(({ marker }) => seen.includes(marker)).map(({ way }) => way);
    expect(new Set(reached)).toEqual(
      new Set([
        'branch.name',
        'checkpoint.name',
        'checkpoint.code',
        'checkpoint.phone',
        'notice.phone',
        'notice.until',
        'request.note',
        'request.promisedBy',
      ]),
    );
    expect(new Set([...held.values()].map(({ kind }) => kind))).toEqual(
      new Set(['branch', 'notice', 'request', 'placeContact', 'member', 'device']),
    );
  });

  test('and a waiting organiser sees none of them', () => {
    const planted: Planted[] = [];
    const rows = [...busyMorning().branch.rows.values()].map((row) => plant(row, planted));
    const seen = JSON.stringify([...heldBy(freshFeeds(BRANCH, rows), audiencesOfHand(rustem)).values()]);
    const reached = planted.filter(({ marker }) => seen.includes(marker)).map(({ way }) => way.split('.')[0]);
    expect(new Set(reached)).toEqual(new Set(['member', 'device']));
  });

  test('nobody but organisers is told of any other kind', () => {
    const told = new Set<Kind>();
    for (const row of busyMorning().branch.rows.values()) {
      const others = projectionsOf(BRANCH, row, nothing).filter(({ audience }) => !audience.startsWith('organisers:'));
      if (others.length > 0 || grantsOf(BRANCH, row).length > 0) told.add(row.kind);
    }
    expect([...told].toSorted()).toEqual(
      [
        'branch',
        'checkpoint',
        'correction',
        'delivery',
        'device',
        'item',
        'mealWindow',
        'member',
        'returnable',
        'returnableCount',
        'run',
        'availability',
        'itemTraits',
        'notice',
        'photo',
        'request',
      ].toSorted(),
    );
  });

  test('a kind that nobody has thought of is a bug, and shown to nobody', () => {
    const row = { kind: 'rumour', id: 'x', body: { name: 'Snow' } } as unknown as Row;
    expect(() => projectionsOf(BRANCH, row, nothing)).toThrow('Unreachable');
  });

  test('organisers’ feeds are never a driver’s', () => {
    const organisers: Audience = `organisers:${BRANCH}`;
    for (const hand of [aigul, bolat, rustem]) expect(audiencesOfHand(hand)).not.toContain(organisers);
  });
});

/** True for rows that are not about Bolat himself: of himself he sees everything. */
function isNotBolats({ kind, id }: Row): boolean {
  return !(kind === 'member' && id === bolat.member) && !(kind === 'device' && (id as string) === bolat.device);
}

type Planted = { readonly way: string; readonly marker: string };

/** The row with a marker of its own in each text that people write, at every depth. */
function plant(row: Row, planted: Planted[]): Row {
  const body = structuredClone(row.body) as unknown as Record<string, unknown>;
  for (const { way, shape } of fieldsOf(shapeOf<unknown>(bodies[row.kind]))) {
    const isText = shape.type === 'string' || (shape.type === 'nullable' && shape.wrapped.type === 'string');
    const isReference =
      /^(driver|member|device|owner|usedBy|run|checkpoint|kitchen|window|delivery|deliveryMember|on)$/;
    if (!isText || way.includes('.') || way.includes('[]') || isReference.test(way)) continue;
    const marker = `<<${row.kind}.${way} ${row.id}>>`;
    planted.push({ way: `${row.kind}.${way}`, marker });
    body[way] = marker;
  }
  return { ...row, body } as unknown as Row;
}
