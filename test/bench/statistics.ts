/** The middle of what was measured; one slow breath of the machine does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[middle]];
  return (low + high) / 2;
}

/** Ours and the baseline, measured side by side: whatever else the machine did, it did to both. */
export type Sample = { readonly ours: number; readonly baseline: number | null };

/** What one line of the table is about. */
export type Measure = {
  readonly name: string;
  readonly deliveryCount: number | null;
  readonly unit: 'ms' | 'bytes' | 'times';
  /** Most that ours may be of the baseline, or ours itself where there is no baseline; null: told, not bounded. */
  readonly bound: number | null;
};
export type Measurement = Measure & { readonly sample: Sample };
export type Figure = Measure & { readonly samples: readonly Sample[] };

/** Measurements of several rounds as one line for each thing measured, in the order in which they were first met. */
export function toFigures(measurements: readonly Measurement[]): readonly Figure[] {
  const figures = new Map<string, Figure>();
  for (const { sample, ...measure } of measurements) {
    const key = `${measure.name} ${measure.deliveryCount ?? ''}`;
    figures.set(key, { ...measure, samples: [...(figures.get(key)?.samples ?? []), sample] });
  }
  return [...figures.values()];
}

/** What the bound is about: the middle of the pairs' ratios where there is a baseline. */
export function measured({ samples }: Figure): number {
  return median(samples.map(({ ours, baseline }) => (baseline === null ? ours : ours / baseline)));
}

/** Times that people feel, which are bounded as they are; and, as a line of their own, how they stand beside what is the least. */
export function feltFigures(measure: Measure, samples: readonly Sample[]): readonly Figure[] {
  const felt = samples.map(({ ours }) => ({ ours, baseline: null }));
  return [
    { ...measure, samples: [{ ours: median(felt.map(({ ours }) => ours)), baseline: null }] },
    { ...measure, name: '  beside the browser’s own', bound: null, samples },
  ];
}

/** How a measure at the largest size stands beside the same at the smallest, each by its own baseline; none for one size. */
export function growthOf(figures: readonly Figure[], name: string, bound: number): readonly Figure[] {
  const [smallest, ...larger] = figures.filter((figure) => figure.name === name);
  const largest = larger.at(-1);
  if (smallest === undefined || largest === undefined) return [];
  const sample = { ours: measured(largest), baseline: measured(smallest) };
  return [{ ...largest, name: `${name}: growth`, unit: 'times', bound, samples: [sample] }];
}

/** True when the bound is kept, or there is none. */
export function isWithin(figure: Figure): boolean {
  return figure.bound === null || measured(figure) <= figure.bound;
}

/** The table as people read it. */
export function figuresToText(figures: readonly Figure[]): string {
  const header = ['figure', 'deliveries', 'ours', 'baseline', 'ratio', 'from', 'to', 'bound', ''];
  const rows = figures.map(figureToCells);
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

function figureToCells(figure: Figure): readonly string[] {
  const { samples, unit } = figure;
  const baselines = samples.flatMap(({ baseline }) => baseline ?? []);
  const isRatio = baselines.length > 0;
  const spread = samples.map(({ ours, baseline }) => (baseline === null ? ours : ours / baseline));
  const asRatio = (value: number) => (isRatio ? value.toFixed(2) : '-');
  return [
    figure.name,
    String(figure.deliveryCount ?? '-'),
    `${median(samples.map(({ ours }) => ours)).toFixed(2)} ${unit}`,
    isRatio ? `${median(baselines).toFixed(2)} ${unit}` : '-',
    asRatio(measured(figure)),
    asRatio(Math.min(...spread)),
    asRatio(Math.max(...spread)),
    figure.bound === null ? '-' : String(figure.bound),
    figure.bound === null ? '' : isWithin(figure) ? 'ok' : 'MISSED',
  ];
}
