import type { Row } from '#domain/rows.ts';
import type { BranchId, DeviceId } from '#domain/scalars.ts';
import type { CommitRow, DeviceRecord, FeedRow, KeptAside, LogRow, StateRow } from '#server/storage/port.ts';
import { type Feeds, freshFeeds } from '#test/support/fresh-feeds.ts';

import type { Story } from './story.ts';

/** What a server of one life must have of a branch, told a second time from its committed entries alone. */
export type Ledger = {
  readonly story: Story;
  readonly rows: Map<string, Row>;
  /** Of all branches, as are devices and what was ever true: a device writes to one of them. */
  readonly log: Map<string, LogRow>;
  readonly devices: Map<DeviceId, DeviceRecord>;
  auditHash: Uint8Array;
  /** What the feeds must hold; made anew when a row has changed. */
  feeds: Feeds | null;
  readonly ever: Ever;
};

/** The ledgers of all branches, in the order in which they were opened. */
export type Ledgers = Pick<Ledger, 'story' | 'log' | 'devices' | 'ever'> & {
  readonly ofBranches: Map<BranchId, Ledger>;
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
  /** Members whom an entry has made active: the server's word that they are outlives a restore. */
  readonly confirmed: Set<string>;
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

export function newLedgers(story: Story): Ledgers {
  const set = () => new Set<string>();
  const ever = { durable: set(), aside: set(), told: set(), confirmed: set(), forgotten: set() };
  const all = { ...ever, acknowledged: new Map<string, number>() };
  return { story, log: new Map(), devices: new Map(), ever: all, ofBranches: new Map() };
}

/** A branch's ledger; a new one when nothing of it was written yet. */
export function ledgerOf({ ofBranches, ...shared }: Ledgers, branch: BranchId): Ledger {
  const ledger = ofBranches.get(branch) ?? { ...shared, rows: new Map(), auditHash: new Uint8Array(32), feeds: null };
  ofBranches.set(branch, ledger);
  return ledger;
}

/** As a backup would hold it; what was ever true stays so. */
export function copyOfLedgers(ledgers: Ledgers): Ledgers {
  const copy = { ...ledgers, log: new Map(ledgers.log), devices: new Map(ledgers.devices) };
  const { log, devices } = copy;
  const branches = [...ledgers.ofBranches].map(
    ([branch, ledger]) => [branch, { ...ledger, log, devices, rows: new Map(ledger.rows) }] as const,
  );
  return { ...copy, ofBranches: new Map(branches) };
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
