import type { RejectionCode } from '#domain/rejection.ts';
import type { Audience } from '#domain/audiences.ts';
import type { SupplySum } from '#domain/views/supply-sums.ts';
import type { Kind, RowKey } from '#domain/rows.ts';
import type { BranchId, Day, DeviceId, RowId } from '#domain/scalars.ts';
import type { Standing } from '#domain/context.ts';
import type { Deferral } from '#protocol/sync-answer.ts';

/** How far a branch's history has come: the last number given out, and the proof that it was given out in this life. */
export type History = { readonly number: number; readonly mark: string; readonly auditHash: Uint8Array };

/** A commit as it is kept: where the history stood after it, and what the audit chain says that it did (audit.ts). */
export type CommitRow = History & {
  readonly at: number;
  readonly entries: string;
  readonly rowsHash: Uint8Array;
};

/** A row as it stands; `body` is JSON in the order of its shape, null after a removal. */
export type StateRow = RowKey & { readonly version: number; readonly body: string | null };

/** What one audience sees of one row, at the number of its latest change. */
export type FeedRow = {
  readonly number: number;
  readonly audience: Audience;
  readonly kind: Kind;
  readonly id: RowId;
  /** Null when the row left this audience. */
  readonly body: string | null;
  /** The device and mutation that wrote it; empty and 0 when it shall always be told whole. */
  readonly device: DeviceId | '';
  readonly mutation: number;
};

/** That one row opens another to an audience. */
export type GrantRow = {
  readonly audience: Audience;
  readonly kind: Kind;
  readonly id: RowId;
  readonly byKind: Kind;
  readonly byId: RowId;
};

/** What authentication and the log's end need of a device, beside its row. */
export type DeviceRecord = {
  readonly device: DeviceId;
  readonly branch: BranchId;
  readonly member: RowId;
  readonly standing: Standing;
  readonly signKey: Uint8Array;
  readonly agreeKey: Uint8Array;
  /** The log is here without a gap up to this number, and its hash there. */
  readonly storedThrough: number;
  readonly headHash: Uint8Array;
  readonly backedUpThrough: number;
  /** The last number accepted before it was revoked; null while it is not. */
  readonly revokedAfter: number | null;
  readonly heardAt: number;
};

export type LogStatus = 'applied' | 'rejected' | 'deferred';

/** An entry, that it was seen, and what became of it: the idempotency key and the audit entry in one. */
export type LogRow = {
  readonly device: DeviceId;
  readonly number: number;
  readonly branch: BranchId;
  readonly hash: Uint8Array;
  readonly entry: Uint8Array;
  readonly status: LogStatus;
  readonly code: RejectionCode | Deferral | null;
  /** The entry that it waits for, named as the first row that it makes, when that is why it is deferred. */
  readonly waitsFor: RowId | null;
  /** The branch's number at which its effect shows; the commit's own number for the others. */
  readonly version: number;
  readonly receivedAt: number;
};

/** What came and must not take effect, kept for an organiser. */
export type KeptAside = Pick<LogRow, 'device' | 'number' | 'hash' | 'entry' | 'receivedAt'> & {
  readonly reason: 'fork' | 'revoked';
};

export type SegmentRow = {
  readonly device: DeviceId;
  readonly firstNumber: number;
  readonly count: number;
  readonly previousHash: Uint8Array;
  readonly headHash: Uint8Array;
  readonly signature: Uint8Array;
};

/** What a source (a run, or a delivery outside any run) came to, as it is kept for reports. */
export type SourceSum = SupplySum & { readonly source: RowId };
/** Sums of many sources; `on` is a day, a month (`2026-11`), or empty for the whole period. */
export type PeriodSum = Omit<SupplySum, 'on'> & { readonly on: string };
export type SumStep = 'day' | 'month' | 'whole';

/** A photo's picture as far as it has come, and since when. */
export type PictureRow = {
  readonly photo: RowId;
  readonly device: DeviceId;
  readonly bytes: Uint8Array;
  /** All of it is here, and was looked through. */
  readonly isWhole: boolean;
  readonly begunAt: number;
};

/**
 * One atomic look at, and change of, one branch. Whoever has it is alone in that branch. What is written together names
 * each key once; what is asked is asked one after another.
 */
export type Transaction = {
  readonly history: () => Promise<History>;
  /** The mark of the commit that gave out this number; undefined if none of this history did. */
  readonly markOf: (number: number) => Promise<string | undefined>;
  readonly commit: (commit: CommitRow) => Promise<void>;
  readonly setting: (name: string) => Promise<string | undefined>;
  /**
   * Settings belong to no branch: nobody else changes this one until this transaction ends, whatever its branch, so what
   * `change` is given still stands when what it gives is written. Resolves to the new value.
   */
  readonly changeSetting: (name: string, change: (value: string | undefined) => string) => Promise<string>;

  readonly rows: (keys: readonly RowKey[]) => Promise<readonly StateRow[]>;
  readonly rowsOfKind: (kind: Kind) => Promise<readonly StateRow[]>;
  /** The deliveries and counts of returnables that name one of these runs, in the order of ids. */
  readonly rowsOfRuns: (runs: readonly RowId[]) => Promise<readonly StateRow[]>;
  readonly writeRows: (rows: readonly StateRow[]) => Promise<void>;

  readonly grantsBy: (key: RowKey) => Promise<readonly GrantRow[]>;
  readonly grantsOn: (key: RowKey) => Promise<readonly GrantRow[]>;
  readonly addGrants: (grants: readonly GrantRow[]) => Promise<void>;
  readonly removeGrants: (grants: readonly GrantRow[]) => Promise<void>;

  /** Each replaces what its audience saw of that row before. */
  readonly writeFeed: (rows: readonly FeedRow[]) => Promise<void>;
  /** In the order of numbers, at most `limit`. */
  readonly readFeed: (audiences: readonly Audience[], after: number, limit: number) => Promise<readonly FeedRow[]>;

  readonly device: (device: DeviceId) => Promise<DeviceRecord | undefined>;
  readonly devicesOf: (member: RowId) => Promise<readonly DeviceRecord[]>;
  readonly writeDevice: (record: DeviceRecord) => Promise<void>;

  /** In the order of numbers. */
  readonly log: (device: DeviceId, from: number, to: number) => Promise<readonly LogRow[]>;
  /** Those of these numbers that are here, in the order of numbers. */
  readonly logAt: (device: DeviceId, numbers: readonly number[]) => Promise<readonly LogRow[]>;
  /** The last entry of the stretch without a gap that begins with this one; undefined when this one is not here. */
  readonly logEnd: (device: DeviceId, from: number) => Promise<Pick<LogRow, 'number' | 'hash'> | undefined>;
  /** Adds, or replaces what is known of an entry that was deferred. */
  readonly writeLog: (rows: readonly LogRow[]) => Promise<void>;
  /** The branch's entries that are deferred for this reason, in the order of devices and numbers, at most `limit`. */
  readonly deferred: (code: Deferral, limit: number) => Promise<readonly LogRow[]>;
  /** Those that wait for one of these entries, in the same order. */
  readonly waitingFor: (entries: readonly RowId[], limit: number) => Promise<readonly LogRow[]>;
  /** How many entries of this device are deferred, for whatever reason. */
  readonly deferredCount: (device: DeviceId) => Promise<number>;
  readonly keepAside: (rows: readonly KeptAside[]) => Promise<void>;
  /** Forgets all that was kept of a device. */
  readonly forgetAside: (device: DeviceId) => Promise<void>;
  readonly addSegment: (segment: SegmentRow) => Promise<void>;

  /** Replaces all that was kept of these sources; each sum names another place of it. */
  readonly writeSums: (sources: readonly RowId[], sums: readonly SourceSum[]) => Promise<void>;
  /** What all sources of a period came to, added up where they lie. In no order. */
  readonly sumsOf: (period: { readonly from: Day; readonly to: Day }, step: SumStep) => Promise<readonly PeriodSum[]>;

  readonly picture: (photo: RowId) => Promise<PictureRow | undefined>;
  /** Replaces what was there of it. */
  readonly writePicture: (picture: PictureRow) => Promise<void>;
  /** Those of these photos whose pictures are whole, in the order of ids. */
  readonly wholePictures: (photos: readonly RowId[]) => Promise<readonly RowId[]>;
  /** How many of a device's pictures are kept, whole or not, and how many of them were begun since. */
  readonly pictureCount: (
    device: DeviceId,
    since: number,
  ) => Promise<{ readonly kept: number; readonly recent: number }>;
  readonly removePictures: (photos: readonly RowId[]) => Promise<void>;
  /** Removes what was begun before, whole or not. */
  readonly removePicturesBefore: (at: number) => Promise<void>;
};

/** A branch as it stood at one moment, for whoever checks all of it. */
export type Survey = Pick<Transaction, 'history' | 'rowsOfKind' | 'readFeed' | 'device' | 'log'> & {
  /** In the order of numbers, beyond one, at most `limit`. */
  readonly commits: (after: number, limit: number) => Promise<readonly CommitRow[]>;
  /** Whoever was ever told anything. */
  readonly audiences: () => Promise<readonly Audience[]>;
  /** Whose entries are in this branch's log, and the number of the last. */
  readonly devices: () => Promise<readonly { readonly device: DeviceId; readonly last: number }[]>;
  /** In the order of first numbers. */
  readonly segments: (device: DeviceId) => Promise<readonly SegmentRow[]>;
};

/** Looks at a whole database without keeping anybody from writing, and without writing itself. */
export type Surveys = Pick<Storage, 'branches' | 'setting' | 'close'> & {
  readonly survey: <T>(branch: BranchId, look: (survey: Survey) => Promise<T>) => Promise<T>;
};

/** How a storage fares: numbers only. */
export type StorageVitals = {
  /** What it takes on its disk. */
  readonly bytes: number;
  /** Devices that are let in, and those of them that were not heard since. */
  readonly deviceCount: number;
  readonly silentCount: number;
};

/** The setting that says when the last backup was recorded, in epoch ms. */
export const BACKED_UP_AT = 'backedUpAt';

/** The server's memory. One contract suite holds all its kinds to the same behaviour. */
export type Storage = {
  /**
   * Runs work alone in a branch; everything it wrote is durable when this resolves, or nothing is. Work that lost a race
   * with another process is run again from its beginning, so it keeps nothing outside.
   */
  readonly transact: <T>(branch: BranchId, work: (transaction: Transaction) => Promise<T>) => Promise<T>;
  /** Looks at things that belong to no branch in particular. */
  readonly findDevice: (device: DeviceId) => Promise<DeviceRecord | undefined>;
  readonly findBranchOf: (kind: Kind, id: RowId) => Promise<BranchId | undefined>;
  readonly branches: () => Promise<readonly BranchId[]>;
  readonly setting: (name: string) => Promise<string | undefined>;
  readonly vitals: (heardSince: number) => Promise<StorageVitals>;
  readonly close: () => Promise<void>;
};
