import type { Result } from '#lib/result.ts';
import type { Clock, Random, Verify } from '#lib/ports.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Rejection } from '#domain/rejection.ts';
import { MOST_RETENTION_DAYS } from '#domain/retention.ts';
import type { BranchBody } from '#domain/branch.ts';
import type { BranchId, DeviceId, RowId } from '#domain/scalars.ts';
import type { EnrolAnswer, EnrolRequest, InviteOffer } from '#protocol/enrolment.ts';
import { genuineHashes, type Segment } from '#protocol/segment.ts';
import type { BranchesAnswer, BranchesRequest } from '#protocol/branches.ts';
import type { SyncAnswer } from '#protocol/sync-answer.ts';
import type { CarryAnswer, CarryRequest } from '#protocol/carry.ts';
import type { PhotoAnswer, PhotoRequest } from '#protocol/photo.ts';
import type { SponsorPage, SponsorPictureQuestion } from '#protocol/sponsor-page.ts';
import type { SyncRequest } from '#protocol/sync-request.ts';
import { cursorMarks } from './auth/cursor-mark.ts';
import { readServerKey, sha256 } from './auth/node-crypto.ts';
import { type ErasedList, erasedListInMemory } from './erased-list.ts';
import { type Founding, found } from './found.ts';
import { namedBranches, type NamedBranch, openBranch } from './open-branch.ts';
import { type RevokedList, revokedListInMemory } from './revoked-list.ts';
import { showPicture } from './photo/show-picture.ts';
import { takePicture } from './photo/take-picture.ts';
import { type LinkFailure, offerPledge, sponsorPageOf, sponsorPictureOf } from './sponsor/ask.ts';
import { BACKED_UP_AT, type DeviceRecord, type Storage, type StorageVitals } from './storage/port.ts';
import { branchPages } from './sync/branch-pages.ts';
import { carryFile } from './sync/carry.ts';
import { enforceErasures, erase } from './sync/erase.ts';
import { enrolDevice, type EnrolFailure, offerOf } from './sync/enrol.ts';
import { operate } from './sync/operator.ts';
import { tidy } from './sync/tidy.ts';
import type { SyncPorts } from './sync/work.ts';
import { retryAfterUpgrade } from './sync/retry-deferred.ts';
import { enforceRevocations, listingRevocations, unlessRevoked } from './sync/revocations.ts';
import { syncRound } from './sync/sync.ts';

/** A phone that was not heard for so long is counted as silent. */
const SILENT_AFTER_MS = 24 * 60 * 60 * 1000;

/** Known to the processes of one server alone, so that any of them takes a challenge that another made. */
type ChallengeKey = { readonly challengeKey: Uint8Array };

/** A sponsor's answer to a need, by the page's name of it. */
export type SponsorOffer = { readonly secret: string; readonly need: string; readonly count: number };

/** Numbers only; `lastBackupAt` null while no backup was recorded. */
export type Vitals = StorageVitals & { readonly lastBackupAt: number | null };

/** All that the outside may ask of the server's memory. Coarse, so that it can live in a thread of its own. */
export type Engine = {
  readonly founding: () => Promise<Pick<Founding, 'organisation' | 'publicKey' | 'branch'> & ChallengeKey>;
  readonly device: (device: DeviceId) => Promise<DeviceRecord | undefined>;
  readonly offer: (secret: string, now: number) => Promise<Result<InviteOffer, EnrolFailure>>;
  readonly enrol: (request: EnrolRequest, now: number) => Promise<Result<EnrolAnswer, EnrolFailure>>;
  /** `device` as it authenticated: the record known here, or what a credential of ours says. */
  readonly sync: (
    request: SyncRequest,
    device: DeviceRecord,
    now: number,
  ) => Promise<Result<SyncAnswer, { readonly code: 'badSignature' }>>;
  /** Takes in a file of unsent work; `device` as the database knows it, or as the file's credential says. */
  readonly carry: (
    request: CarryRequest,
    device: DeviceRecord,
    now: number,
  ) => Promise<Result<CarryAnswer, { readonly code: 'badSignature' | 'wrongOrganisation' }>>;
  /** What is new in all branches, for a coordinator; undefined for anybody else. */
  readonly branchPages: (request: BranchesRequest, now: number) => Promise<BranchesAnswer | undefined>;
  /** What a sponsor's link shows; nothing is told of why a link shows nothing. */
  readonly sponsorPage: (secret: string, now: number) => Promise<Result<SponsorPage, LinkFailure>>;
  readonly offerPledge: (offer: SponsorOffer, now: number) => Promise<Result<SponsorPage, LinkFailure>>;
  /** Takes in a piece of a photo's picture from the device that took it. */
  readonly takePicture: (request: PhotoRequest, device: DeviceRecord, now: number) => Promise<PhotoAnswer>;
  readonly showPicture: (photo: RowId, device: DeviceRecord) => Promise<Result<Uint8Array, 'notFound'>>;
  /** A released photo of a run that the link's page shows, by its hash. */
  readonly sponsorPicture: (asked: SponsorPictureQuestion, now: number) => Promise<Result<Uint8Array, LinkFailure>>;
  readonly operate: (branch: BranchId, mutation: Mutation, now: number) => Promise<Result<null, Rejection>>;
  readonly hasOrganiser: () => Promise<boolean>;
  /** Opens one more branch, of which nobody is a member yet. */
  readonly openBranch: (body: BranchBody, now: number) => Promise<BranchId>;
  readonly branches: () => Promise<readonly NamedBranch[]>;
  /** Erases a person; false when there is no such member. */
  readonly erase: (branch: BranchId, member: RowId, now: number) => Promise<boolean>;
  /** How the memory fares, by the operator's clock. */
  readonly vitals: (now: number) => Promise<Vitals>;
  /** Resolves when the memory is there and can be written to. */
  readonly check: () => Promise<void>;
  /** Forgets what is due, persons after so many days; gives how many rows changed. */
  readonly tidy: (now: number, personDays?: number) => Promise<number>;
  readonly close: () => Promise<void>;
};

/** The engine over a storage, in the thread that calls it. `revoked` outlives the database. */
export async function createEngine(
  database: Storage,
  ports: { readonly random: Random; readonly clock: Clock; readonly verify: Verify },
  revoked: RevokedList = revokedListInMemory(),
  erased: ErasedList = erasedListInMemory(),
): Promise<Engine> {
  const storage = listingRevocations(database, revoked);
  const founding = await found(storage, ports);
  const { sign, publicKey } = readServerKey(founding.serverKey);
  const challengeKey = sha256(new TextEncoder().encode(`dastarkhan-challenge ${founding.serverKey}`));
  const voice = { organisation: founding.organisation, sha256, sign, publicKey };
  const marks = cursorMarks(sha256(new TextEncoder().encode(`dastarkhan-mark ${founding.serverKey}`)));
  const syncPorts = { sha256, random: ports.random, marks };
  await enforceRevocations(storage, revoked, syncPorts, ports.clock.now());
  await enforceErasures(storage, erased, syncPorts, ports.clock.now());
  await retryAfterUpgrade(storage, syncPorts, ports.clock.now());
  const prove = (segment: Segment, device: Pick<DeviceRecord, 'device' | 'signKey'>) =>
    genuineHashes({ organisation: voice.organisation, device: device.device }, segment, device.signKey, {
      sha256,
      verify: ports.verify,
    });
  return {
    founding: async () => ({ organisation: founding.organisation, publicKey, branch: founding.branch, challengeKey }),
    device: (device) => storage.findDevice(device),
    offer: (secret, now) => offerOf(storage, voice, secret, now),
    enrol: async (request, now) => {
      if ((await prove(request.segment, request)) === undefined) return { ok: false, error: 'malformed' };
      if (revoked.has(request.device)) return { ok: false, error: 'inviteRevoked' };
      return enrolDevice(storage, voice, syncPorts, { request, now });
    },
    sync: async (request, device, now) => {
      const hashes = request.segment === null ? [] : await prove(request.segment, device);
      if (hashes === undefined) return { ok: false, error: { code: 'badSignature' } };
      const round = { request, hashes, device: unlessRevoked(device, revoked), now };
      return { ok: true, value: await syncRound(storage, voice, syncPorts, round) };
    },
    carry: async (request, device, now) => {
      const { file } = request;
      if (file.organisation !== voice.organisation) return { ok: false, error: { code: 'wrongOrganisation' } };
      const hashes = await prove(file.segment, device);
      if (hashes === undefined) return { ok: false, error: { code: 'badSignature' } };
      const carrying = { request, hashes, device: unlessRevoked(device, revoked), now };
      return { ok: true, value: await carryFile(storage, voice, syncPorts, carrying) };
    },
    branchPages: (request, now) => branchPages(storage, voice, syncPorts, { request, now }),
    sponsorPage: (secret, now) => sponsorPageOf(storage, syncPorts, secret, now),
    offerPledge: (offer, now) => offerPledge(storage, syncPorts, { ...offer, now }),
    takePicture: (request, device, now) =>
      takePicture(storage, voice, { request, device: unlessRevoked(device, revoked), now }),
    showPicture: (photo, device) => showPicture(storage, photo, unlessRevoked(device, revoked)),
    sponsorPicture: (asked, now) => sponsorPictureOf(storage, syncPorts, { ...asked, now }),
    ...operatorsPart(storage, syncPorts, erased),
    check: async () => {
      await storage.transact(founding.branch, (transaction) => transaction.history());
    },
    close: () => storage.close(),
  };
}

type OperatorsPart = Pick<Engine, 'operate' | 'hasOrganiser' | 'openBranch' | 'branches' | 'erase' | 'vitals' | 'tidy'>;

/** What the operator's commands, the start and the watch ask. */
function operatorsPart(storage: Storage, ports: SyncPorts, erased: ErasedList): OperatorsPart {
  return {
    operate: (branch, mutation, now) => operate(storage, ports, { branch, mutation, now }),
    hasOrganiser: () => hasOrganiser(storage),
    openBranch: (body, now) => openBranch(storage, ports.random, body, now),
    branches: () => namedBranches(storage),
    erase: (branch, member, now) => erase(storage, ports, erased, { branch, member, now }),
    vitals: async (now) => {
      const lastBackupAt = await storage.setting(BACKED_UP_AT);
      const vitals = await storage.vitals(now - SILENT_AFTER_MS);
      return { ...vitals, lastBackupAt: lastBackupAt === undefined ? null : Number(lastBackupAt) };
    },
    tidy: (now, personDays = MOST_RETENTION_DAYS) => tidy(storage, ports, { now, personDays }),
  };
}

async function hasOrganiser(storage: Storage): Promise<boolean> {
  for (const branch of await storage.branches()) {
    const rows = await storage.transact(branch, (transaction) => transaction.rowsOfKind('member'));
    if (rows.some((row) => row.body?.includes('"role":"organiser","status":"active"'))) return true;
  }
  return false;
}
