import type { BranchId, DeviceId } from '#domain/scalars.ts';
import type { PhoneDatabase } from './database.ts';
import type { Identity } from './identity.ts';
import type { PendingEnrolment } from './pending-enrolment.ts';
import { FIRST_POSITION, type Position } from './position.ts';

/** What the browser said when it was asked to keep this storage. */
export type PersistAnswer = { readonly isKept: boolean; readonly askedAt: number };

/** Somebody who had this phone before: what they had not sent lies in a memory of its own, and goes by itself. */
export type FormerHolder = {
  readonly device: DeviceId;
  readonly name: string;
  /** How many of their records the server does not have yet. */
  readonly unsent: number;
};

/** The single records of the `meta` table. */
export type MetaRecords = {
  readonly identity: Identity;
  readonly position: Position;
  readonly enrolment: PendingEnrolment;
  readonly persist: PersistAnswer;
  /** Who had this phone before, the last one last. */
  readonly formers: readonly FormerHolder[];
  /** The branches that a coordinator's phone reads; branch-memories.ts. */
  readonly branches: readonly BranchId[];
  /** The hashes of the last pictures that the server has signed to have. */
  readonly arrivedPictures: readonly string[];
  /** This memory is a former holder's: it only sends, and takes in no rows. */
  readonly handedOn: true;
};

/** Reads one record; undefined when it was never written. */
export async function readMeta<K extends keyof MetaRecords>(
  database: PhoneDatabase,
  key: K,
): Promise<MetaRecords[K] | undefined> {
  return (await database.meta.get(key)) as MetaRecords[K] | undefined;
}

/** Writes one record. */
export async function writeMeta<K extends keyof MetaRecords>(
  database: PhoneDatabase,
  key: K,
  record: MetaRecords[K],
): Promise<void> {
  await database.meta.put(record, key);
}

/** Where this phone stands; the beginning when it has heard nothing yet. */
export async function readPosition(database: PhoneDatabase): Promise<Position> {
  return (await readMeta(database, 'position')) ?? FIRST_POSITION;
}
