/** The middle of what was measured; one slow breath of the machine does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return (low + high) / 2;
}

/** One line of the table: what we need, beside what the least possible needs in the same run. */
export type Figure = {
  readonly name: string;
  readonly deliveryCount: number;
  readonly ours: number;
  readonly baseline: number | null;
  readonly unit: 'ms' | 'bytes';
  /** The bound: ours over baseline, or ours itself where there is no baseline. */
  readonly bound: number;
};

/** What the bound is about: a ratio where there is a baseline. */
export function measured(figure: Figure): number {
  return figure.baseline === null ? figure.ours : figure.ours / figure.baseline;
}

/** The table as people read it. */
export function figuresToText(figures: readonly Figure[]): string {
  const header = ['figure', 'deliveries', 'ours', 'baseline', 'ratio', 'bound', ''];
  const rows = figures.map((figure) => [
    figure.name,
    String(figure.deliveryCount),
    `${figure.ours.toFixed(2)} ${figure.unit}`,
    figure.baseline === null ? '-' : `${figure.baseline.toFixed(2)} ${figure.unit}`,
    figure.baseline === null ? '-' : measured(figure).toFixed(2),
    String(figure.bound),
    measured(figure) <= figure.bound ? 'ok' : 'MISSED',
  ]);
  const widths = header.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  return [header, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
