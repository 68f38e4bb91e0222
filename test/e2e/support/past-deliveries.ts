const LINES = 10_000;
const RUN_LINES = 400;

/** The lines of a file of ten thousand past deliveries, headings first: runs of four hundred lines, forty places with ten items each. */
export function pastDeliveries(): readonly (readonly (string | number)[])[] {
  const lines = Array.from({ length: LINES }, (_, index) => {
    const run = Math.floor(index / RUN_LINES);
    const day = `2026-0${1 + (run % 9)}-1${run % 10}`;
    return [
      day,
      `Run ${run}`,
      `Post ${(run + Math.floor(index / 10)) % 60}`,
      `Item ${index % 10}`,
      'piece',
      1 + (index % 7),
    ];
  });
  return [['Date', 'Run', 'Place', 'Item', 'Unit', 'Amount'], ...lines];
}
