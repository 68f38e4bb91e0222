import type { Count } from '#domain/scalars.ts';

const THOUSANDTHS = 1_000;

/** An amount of a file as the domain counts it; nothing where the cell is empty. */
export function countOf(amount: string): Count {
  return Math.round(Number(amount === '' ? '0' : amount) * THOUSANDTHS) as Count;
}
