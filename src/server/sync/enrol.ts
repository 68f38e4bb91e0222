import { assert } from '#lib/assert.ts';
import { bytesToBase64Url, isSameBytes } from '#lib/bytes.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { type MutationName, mutatorOf } from '#domain/mutators.ts';
import type { InviteBody } from '#domain/people.ts';
import { parseBody } from '#domain/rows.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { CHAIN_START, chainHashes } from '#protocol/chain.ts';
import type { EnrolAnswer, EnrolRequest, InviteOffer } from '#protocol/enrolment.ts';
import { bytesToEntry } from '#protocol/entry.ts';
import { deviceIdOf, inviteIdOf } from '#protocol/names.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import type { DeviceRecord, Storage, Transaction } from '../storage/port.ts';
import { acknowledge, issueCredential, type Voice } from './answer.ts';
import { applySegment } from './apply-segment.ts';
import { beginEpoch, readEpoch } from './epoch.ts';
import { beginWork, finishWork, type SyncPorts } from './work.ts';

export type EnrolFailure = Extract<
  ProblemCode,
  'inviteUnknown' | 'inviteUsed' | 'inviteRevoked' | 'inviteExpired' | 'malformed'
>;

type Invite = { readonly id: RowId; readonly branch: BranchId; readonly body: InviteBody };

/** What a secret offers; consumes nothing (SPEC 5.5). */
export async function offerOf(
  storage: Storage,
  voice: Voice & { readonly publicKey: Uint8Array },
  secret: string,
  now: number,
): Promise<Result<InviteOffer, EnrolFailure>> {
  const invite = await findInvite(storage, inviteIdOf(voice.sha256, secret));
  const usable = checkInvite(invite, now);
  if (!usable.ok) return usable;
  const { branch, body } = usable.value;
  const key = { kind: 'branch', id: branch as string as RowId } as const;
  const [row] = await storage.transact(branch, (transaction) => transaction.rows([key]));
  const found = row?.body === undefined || row.body === null ? undefined : parseBody('branch', JSON.parse(row.body));
  return ok({
    organisation: voice.organisation,
    serverKey: voice.publicKey,
    branch,
    branchName: found?.name ?? '',
    role: body.role,
    label: body.label,
  });
}

/** Redeems an invite. The same device asking again is answered again; the invite is consumed in the same transaction. */
export async function enrolDevice(
  storage: Storage,
  voice: Voice,
  ports: SyncPorts,
  asked: { readonly request: EnrolRequest; readonly now: number },
): Promise<Result<EnrolAnswer, EnrolFailure>> {
  const { request, now } = asked;
  const inviteId = inviteIdOf(voice.sha256, request.secret);
  const invite = await findInvite(storage, inviteId);
  if (!isWellFormed(voice, request, { id: inviteId, branch: invite?.branch })) return err('malformed');
  const usable = invite?.body.usedBy === request.device ? ok(invite) : checkInvite(invite, now);
  if (!usable.ok) return usable;
  const enrolled = await storage.transact(usable.value.branch, (transaction) =>
    perform(transaction, usable.value, asked, ports),
  );
  if (!enrolled.ok) return enrolled;
  const { device, epoch } = enrolled.value;
  const credential = await issueCredential(voice, device, now);
  const standing = {
    device: device.device,
    nonce: request.nonce,
    epoch,
    storedThrough: 1,
    headHash: request.segment.headHash,
    backedUpThrough: Math.min(device.backedUpThrough, 1),
    serverAt: now,
  };
  return ok({ acknowledgement: await acknowledge(voice, standing, credential.statement), credential, epoch });
}

async function findInvite(storage: Storage, id: RowId): Promise<Invite | undefined> {
  const branch = await storage.findBranchOf('invite', id);
  if (branch === undefined) return undefined;
  return storage.transact(branch, (transaction) => readInvite(transaction, branch, id));
}

async function readInvite(transaction: Transaction, branch: BranchId, id: RowId): Promise<Invite | undefined> {
  const [row] = await transaction.rows([{ kind: 'invite', id }]);
  const body = row?.body === undefined || row.body === null ? undefined : parseBody('invite', JSON.parse(row.body));
  return body === undefined ? undefined : { id, branch, body };
}

function checkInvite(invite: Invite | undefined, now: number): Result<Invite, EnrolFailure> {
  if (invite === undefined) return err('inviteUnknown');
  if (invite.body.status === 'used') return err('inviteUsed');
  if (invite.body.status === 'revoked') return err('inviteRevoked');
  return invite.body.expiresAt <= now ? err('inviteExpired') : ok(invite);
}

/** The device is named by its key, and entry 1 speaks of this invite, of its branch and of these keys. */
function isWellFormed(
  voice: Voice,
  request: EnrolRequest,
  invited: { readonly id: RowId; readonly branch: BranchId | undefined },
): boolean {
  const [first, ...rest] = request.segment.entries;
  const entry = first === undefined ? undefined : bytesToEntry(first);
  const name: MutationName = 'enrol';
  if (entry === undefined || !entry.ok || rest.length > 0 || request.segment.firstNumber !== 1) return false;
  if (entry.value.version !== mutatorOf(name).version) return false;
  if (invited.branch !== undefined && entry.value.branch !== invited.branch) return false;
  if (entry.value.number !== 1 || entry.value.name !== name) return false;
  if (deviceIdOf(voice.sha256, request.signKey) !== request.device) return false;
  const args = fromBytes(mutatorOf(name).args, entry.value.args);
  if (!args.ok) return false;
  const { invite, signKey } = args.value as { readonly invite: string; readonly signKey: string };
  return (
    invite === invited.id &&
    signKey === bytesToBase64Url(request.signKey) &&
    isSameBytes(request.segment.previousHash, CHAIN_START)
  );
}

type Enrolled = { readonly device: DeviceRecord; readonly epoch: string };

async function perform(
  transaction: Transaction,
  { id, branch }: Invite,
  asked: { readonly request: EnrolRequest; readonly now: number },
  ports: SyncPorts,
): Promise<Result<Enrolled, EnrolFailure>> {
  const { request, now } = asked;
  const epoch = (await readEpoch(transaction)) ?? (await beginEpoch(transaction, ports.random));
  const known = await transaction.device(request.device);
  if (known !== undefined) return answerAgain(transaction, known, request, epoch);
  // Looked at again: between the first look and this transaction somebody else may have been quicker.
  const usable = checkInvite(await readInvite(transaction, branch, id), now);
  if (!usable.ok) return usable;
  const work = await beginWork(transaction, branch, now);
  const author = { branch, member: null, role: 'newcomer', device: request.device, isClockWrong: false } as const;
  const blank = { storedThrough: 0, headHash: CHAIN_START, revokedAfter: null };
  const { segment } = request;
  const hashes = chainHashes(ports.sha256, segment.previousHash, segment.entries);
  const applied = await applySegment(work, { segment, hashes }, blank, author, ports);
  assert(applied.outcomes[0]?.status === 'applied', 'an open invite lets its newcomer in');
  await finishWork(work, ports);
  const record = await transaction.device(request.device);
  assert(record !== undefined, 'whoever entered is known');
  const device = { ...record, storedThrough: 1, headHash: applied.headHash, heardAt: now };
  await transaction.writeDevice(device);
  return ok({ device, epoch });
}

/** The answer was lost: the same entry gets it again, unless the device was revoked since. */
async function answerAgain(
  transaction: Transaction,
  known: DeviceRecord,
  request: EnrolRequest,
  epoch: string,
): Promise<Result<Enrolled, EnrolFailure>> {
  if (known.revokedAfter !== null) return err('inviteRevoked');
  const [first] = await transaction.log(known.device, 1, 1);
  const isSame = first !== undefined && isSameBytes(first.hash, request.segment.headHash);
  return isSame ? ok({ device: known, epoch }) : err('malformed');
}
