import type { Vitals } from '../engine.ts';
import type { Counted } from './tally.ts';

/** Everything that is told: numbers, and routes of the table. */
export type Measured = Counted & Vitals & { readonly underWay: number; readonly now: number };

/** The exposition format of Prometheus, version 0.0.4. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** How the server fares, as Prometheus reads it. */
export function metricsText(measured: Measured): string {
  const { requests, lastBackupAt, now } = measured;
  return [
    ...metric('requests_total', 'counter', 'Requests that this process answered, by route and status.'),
    ...requests.map(({ route, status, count }) =>
      line('requests_total', count, `{route="${route}",status="${status}"}`),
    ),
    ...single(
      'sync_batches_total',
      'counter',
      'Batches of entries that phones brought to this process.',
      measured.batchCount,
    ),
    ...single('sync_entries_total', 'counter', 'Entries in them, those brought again too.', measured.entryCount),
    ...single('line_requests', 'gauge', 'Requests that stand before the writer now.', measured.underWay),
    ...single('storage_bytes', 'gauge', 'What the database takes on its disk.', measured.bytes),
    ...single('devices', 'gauge', 'Phones that are let in.', measured.deviceCount),
    ...single('devices_silent', 'gauge', 'Of them those that were not heard for a day.', measured.silentCount),
    ...(lastBackupAt === null
      ? []
      : single('last_backup_age_seconds', 'gauge', 'Since the last backup.', Math.max(0, now - lastBackupAt) / 1_000)),
    '',
  ].join('\n');
}

function single(name: string, type: 'counter' | 'gauge', help: string, value: number): readonly string[] {
  return [...metric(name, type, help), line(name, value)];
}

function metric(name: string, type: 'counter' | 'gauge', help: string): readonly string[] {
  return [`# HELP dastarkhan_${name} ${help}`, `# TYPE dastarkhan_${name} ${type}`];
}

function line(name: string, value: number, labels = ''): string {
  return `dastarkhan_${name}${labels} ${value}`;
}
