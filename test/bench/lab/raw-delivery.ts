/** A delivery as the raw baselines keep it: the same facts as the product's row. */
export type RawDelivery = Readonly<Record<string, unknown>> & { readonly id: string };

export function rawDelivery(index: number): RawDelivery {
  return {
    id: `abcdefghjkmnpqrs.${index}`,
    run: `abcdefghjkmnpqrs.${1_000_000 + Math.floor(index / 8)}`,
    stop: index % 8,
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
