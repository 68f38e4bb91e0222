/** A delivery or a run as the raw baselines keep it: the same facts as the product's row. */
export type RawRow = Readonly<Record<string, unknown>> & { readonly id: string };

const DELIVERIES_A_RUN = 8;

export function rawDelivery(index: number): RawRow {
  return {
    id: `abcdefghjkmnpqrs.${index}`,
    run: runIdOf(index),
    stop: index % DELIVERIES_A_RUN,
    checkpoint: `abcdefghjkmnpqrs.${100 + (index % 40)}`,
    on: '2026-01-08',
    window: 'abcdefghjkmnpqrs.12',
    lines: [{ item: 'abcdefghjkmnpqrs.2', count: 20_000 + (index % 7) * 500 }],
    reason: null,
    note: '',
    how: 'atStop',
    recordedAt: 1_767_848_400_000 + index * 61_000,
    member: 'abcdefghjkmnpqrs.1',
    device: 'abcdefghjkmnpqrs',
    flags: [],
    corrections: [],
  };
}

/** The runs on which so many deliveries were made. */
export function rawRuns(deliveryCount: number): readonly RawRow[] {
  const stops = Array.from({ length: DELIVERIES_A_RUN }, (_, stop) => ({
    checkpoint: `abcdefghjkmnpqrs.${100 + stop}`,
    lines: [{ item: 'abcdefghjkmnpqrs.2', count: 20_000 }],
  }));
  return Array.from({ length: Math.ceil(deliveryCount / DELIVERIES_A_RUN) }, (_, index) => ({
    id: runIdOf(index * DELIVERIES_A_RUN),
    label: '',
    on: '2026-01-08',
    window: null,
    kitchen: null,
    driver: null,
    answer: 'none',
    stops,
    loaded: [],
    status: 'planned',
    reason: '',
    importedFrom: null,
    hasLeftPhone: false,
  }));
}

function runIdOf(delivery: number): string {
  return `abcdefghjkmnpqrs.${1_000_000 + Math.floor(delivery / DELIVERIES_A_RUN)}`;
}
