import type { DeliveryBody } from '#domain/delivery.ts';
import type { RequirementBody } from '#domain/requirement.ts';
import type { RunBody } from '#domain/run.ts';
import type { Count, Day, Line, RowId } from '#domain/scalars.ts';
import type { CoverageDayRows, CoverageNow, StandingRows } from '#domain/views/coverage/coverage-rows.ts';

/** A Thursday. */
export const DAY = '2026-01-15' as Day;
export const id = (text: string) => text as RowId;
export const [TEA, SOUP, BREAKFAST, LUNCH, BRIDGE, SCHOOL] = [
  id('tea'),
  id('soup'),
  id('breakfast'),
  id('lunch'),
  id('bridge'),
  id('school'),
];

export const line = (item: RowId, units: number): Line => ({ item, count: Math.round(units * 1_000) as Count });

/** Before breakfast, by the branch's clock, unless a minute of the day is said. */
export const at = (minuteOfDay = 360): CoverageNow => ({ today: DAY, minuteOfDay, startOfToday: START_OF_DAY });
const START_OF_DAY = Date.UTC(2026, 0, 14, 19);
export const instantAt = (minuteOfDay: number): number => START_OF_DAY + minuteOfDay * 60_000;

export function requirement(
  checkpoint: RowId,
  window: RowId,
  headcount: number,
  other: Partial<RequirementBody> = {},
): RequirementBody {
  return {
    checkpoint,
    window,
    headcounts: [headcount, headcount, headcount, headcount, headcount, headcount, headcount],
    perHead: [{ item: TEA, count: 500 as Count }],
    priority: 'usual',
    from: null,
    until: null,
    ...other,
  };
}

export function standing(other: Partial<StandingRows> = {}): StandingRows {
  const windowsById = new Map([
    [BREAKFAST, { name: 'Breakfast', startMinute: 420, endMinute: 540, status: 'open' as const }],
    [LUNCH, { name: 'Lunch', startMinute: 720, endMinute: 840, status: 'open' as const }],
  ]);
  return {
    requirements: [],
    windowsById,
    traitsById: new Map(),
    batches: [],
    vehicles: [],
    heardByMember: new Map(),
    ...other,
  };
}

export function dayOf(other: Partial<CoverageDayRows> = {}): CoverageDayRows {
  return {
    on: DAY,
    runs: [],
    deliveries: [],
    correctionsById: new Map(),
    dayRequirements: [],
    cancellations: [],
    ...other,
  };
}

export function run(name: string, changes: Partial<RunBody> = {}): CoverageDayRows['runs'][number] {
  return {
    id: id(name),
    body: {
      label: name,
      on: DAY,
      window: BREAKFAST,
      kitchen: null,
      driver: id('anna'),
      answer: 'accepted',
      stops: [{ checkpoint: BRIDGE, lines: [line(TEA, 10)] }],
      loaded: [],
      status: 'planned',
      reason: '',
      importedFrom: null,
      hasLeftPhone: false,
      ...changes,
    },
  };
}

export function delivery(name: string, changes: Partial<DeliveryBody> = {}): CoverageDayRows['deliveries'][number] {
  return {
    id: id(name),
    body: {
      run: null,
      stop: null,
      checkpoint: BRIDGE,
      on: DAY,
      window: BREAKFAST,
      lines: [line(TEA, 10)],
      reason: null,
      note: '',
      how: 'atStop',
      recordedAt: instantAt(450),
      member: id('anna'),
      device: null,
      flags: [],
      corrections: [],
      ...changes,
    },
  };
}
