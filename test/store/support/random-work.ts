import type { Mutation } from '#domain/mutators.ts';
import type { Body, Row } from '#domain/rows.ts';
import type { Count, Day, RowId } from '#domain/scalars.ts';

import type { Chance } from '../../support/seeded.ts';

import { MEMBER, OTHER } from './test-store.ts';

const ON = '2026-01-15' as Day;
const CODES = ['1', '2', '3'];
export const OTHER_MEMBER = `${OTHER}.1` as RowId;

/** Rows by key text, wherever somebody looks for something to do. */
export type Sight = ReadonlyMap<string, unknown>;

/** A branch with two people and no plans yet. */
export const firstRows: readonly Row[] = [
  { kind: 'member', id: MEMBER, body: { name: 'Aidos', role: 'driver', status: 'active', phone: null } },
  { kind: 'member', id: OTHER_MEMBER, body: { name: 'Bota', role: 'organiser', status: 'active', phone: null } },
  ...CODES.map((code, index) => checkpoint(`${OTHER}.${90 + index}` as RowId, code)).flat(),
  { kind: 'run', id: `${OTHER}.80` as RowId, body: run(`${OTHER}.90` as RowId, MEMBER) },
];

function checkpoint(id: RowId, code: string): Row[] {
  const body = {
    name: `Post ${code}`,
    code,
    otherNames: null,
    landmark: '',
    district: '',
    phone: null,
    position: null,
    status: 'open',
  } as const;
  return [
    { kind: 'checkpoint', id, body },
    { kind: 'claim', id: `code~${code}` as RowId, body: { owner: id } },
  ];
}

function run(place: RowId, driver: RowId | null): Body<'run'> {
  return {
    label: '',
    on: ON,
    window: null,
    kitchen: null,
    driver,
    answer: 'none',
    stops: [{ checkpoint: place, lines: [] }],
    loaded: [],
    status: 'planned',
    reason: '',
    importedFrom: null,
    hasLeftPhone: false,
  };
}

function idsOf(sight: Sight, kind: string): RowId[] {
  return [...sight.keys()]
    .filter((text) => text.startsWith(`${kind}/`))
    .map((text) => text.slice(kind.length + 1) as RowId);
}

/** Something that a driver might do with what is in sight; it may well be refused. */
export function driversWork(chance: Chance, sight: Sight): Mutation | undefined {
  const aRun = chance.oneOf(idsOf(sight, 'run'));
  const aDelivery = chance.oneOf(idsOf(sight, 'delivery'));
  const place = chance.oneOf(idsOf(sight, 'checkpoint'));
  const work: (Mutation | undefined)[] = [
    place && delivery(chance, aRun ?? null, place),
    place && delivery(chance, null, place),
    aDelivery && {
      name: 'deliveryCorrect',
      args: { delivery: aDelivery, lines: [], reason: 'other', note: `n${chance.below(9)}` },
    },
    aDelivery && { name: 'deliveryWithdraw', args: { delivery: aDelivery, note: '' } },
    aRun && { name: 'runAccept', args: { run: aRun } },
    aRun && { name: 'runDecline', args: { run: aRun } },
    aRun && {
      name: 'runDepart',
      args: { run: aRun, loaded: [{ item: `${OTHER}.70` as RowId, count: chance.below(5) as Count }] },
    },
    aRun && { name: 'runComplete', args: { run: aRun } },
    aRun && { name: 'runAbandon', args: { run: aRun, reason: 'snow' } },
  ];
  return chance.oneOf(work);
}

/** Something that an organiser might do. */
export function organisersWork(chance: Chance, sight: Sight): Mutation | undefined {
  const aRun = chance.oneOf(idsOf(sight, 'run'));
  const place = chance.oneOf(idsOf(sight, 'checkpoint'));
  const code = chance.oneOf(CODES) ?? '1';
  const fields = {
    name: `Post ${chance.below(9)}`,
    code,
    otherNames: null,
    landmark: '',
    district: '',
    phone: null,
    position: null,
  };
  const driver = chance.oneOf([MEMBER, OTHER_MEMBER, null]) ?? null;
  const work: (Mutation | undefined)[] = [
    { name: 'checkpointCreate', args: { fields } },
    place && { name: 'checkpointAmend', args: { id: place, fields } },
    place && { name: 'checkpointClose', args: { id: place } },
    place && {
      name: 'runPlan',
      args: { label: '', on: ON, window: null, kitchen: null, driver, stops: [{ checkpoint: place, lines: [] }] },
    },
    aRun && { name: 'runAssign', args: { run: aRun, driver } },
    aRun && { name: 'runCancel', args: { run: aRun, reason: 'storm' } },
    place && {
      name: 'runImport',
      args: {
        source: `file ${chance.below(4)}`,
        label: '',
        on: ON,
        window: null,
        stops: [
          { checkpoint: place, lines: [] },
          { checkpoint: place, lines: [] },
        ],
      },
    },
    { name: 'branchAmend', args: { name: `Branch ${chance.below(3)}`, utcOffsetMinutes: 300 } },
    driversWork(chance, sight),
  ];
  return chance.oneOf(work);
}

function delivery(chance: Chance, aRun: RowId | null, place: RowId): Mutation {
  const lines = [{ item: `${OTHER}.70` as RowId, count: chance.below(9) as Count }];
  const stop = aRun === null ? null : 0;
  return {
    name: 'deliveryRecord',
    args: { run: aRun, stop, checkpoint: place, on: ON, window: null, lines, reason: null, note: '', how: 'atStop' },
  };
}
