import type { Row } from '#domain/rows.ts';
import type { BranchId, DeviceId } from '#domain/scalars.ts';
import type { CommitRow, DeviceRecord, FeedRow, KeptAside, LogRow, StateRow } from '#server/storage/port.ts';
import { type Feeds, freshFeeds } from '#test/support/fresh-feeds.ts';

import type { Story } from './story.ts';

/** What a server of one life must have, told a second time from its committed entries alone. */
export type Ledger = {
  readonly story: Story;
  readonly rows: Map<string, Row>;
  readonly log: Map<string, LogRow>;
  readonly devices: Map<DeviceId, DeviceRecord>;
  auditHash: Uint8Array;
  /** What the feeds must hold; made anew when a row has changed. */
  feeds: Feeds | null;
  readonly ever: Ever;
};

/** What was true in any life of the server. */
export type Ever = {
  /** Entries that a commit has made durable, in the log or kept aside: device, number and bytes. */
  readonly durable: Set<string>;
  /** Those of them that were kept aside. */
  readonly aside: Set<string>;
  /** Rows that an audience was ever told: audience and key. */
  readonly told: Set<string>;
  /** How far a device's log was acknowledged, by device and epoch. */
  readonly acknowledged: Map<string, number>;
  /** Deliveries whose person was forgotten. */
  readonly forgotten: Set<string>;
};

/** All that one transaction wrote. */
export type Commit = {
  readonly rows: StateRow[];
  readonly log: LogRow[];
  readonly aside: KeptAside[];
  readonly feed: FeedRow[];
  readonly devices: DeviceRecord[];
  /** The records of those whose entries were written, as they stood then. */
  readonly authors: Map<DeviceId, DeviceRecord>;
  row: CommitRow | null;
};

export function newLedger(story: Story): Ledger {
  return {
    story,
    rows: new Map(),
    log: new Map(),
    devices: new Map(),
    auditHash: new Uint8Array(32),
    feeds: null,
    ever: { durable: new Set(), aside: new Set(), told: new Set(), acknowledged: new Map(), forgotten: new Set() },
  };
}

/** As a backup would hold it; what was ever true stays so. */
export function copyOfLedger(ledger: Ledger): Ledger {
  const { rows, log, devices } = ledger;
  return { ...ledger, rows: new Map(rows), log: new Map(log), devices: new Map(devices) };
}

/** What every audience must hold at this moment. */
export function feedsNow(ledger: Ledger, branch: BranchId): Feeds {
  ledger.feeds ??= freshFeeds(branch, ledger.rows.values());
  return ledger.feeds;
}

/** An entry by its device, number and bytes. */
export function entryText(device: string, number: number, entry: Uint8Array): string {
  return `${device} ${number} ${Buffer.from(entry).toString('base64')}`;
}
