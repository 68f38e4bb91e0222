import { bytesToBase64Url, isSameBytes } from '#lib/bytes.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { type MutationName, mutatorOf } from '#domain/mutators.ts';
import type { InviteBody } from '#domain/people.ts';
import { parseBody } from '#domain/rows.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import { fromBytes } from '#protocol/canonical.ts';
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
  if (!isWellFormed(voice, request, inviteId)) return err('malformed');
  const invite = await findInvite(storage, inviteId);
  const usable = invite?.body.usedBy === request.device ? ok(invite) : checkInvite(invite, now);
  if (!usable.ok) return usable;
  const enrolled = await storage.transact(usable.value.branch, (transaction) =>
    perform(transaction, usable.value.branch, asked, ports),
  );
  if (!enrolled.ok) return enrolled;
  const { device, epoch } = enrolled.value;
  const credential = await issueCredential(voice, device, now);
  const { storedThrough, headHash, backedUpThrough } = device;
  const standing = {
    device: device.device,
    nonce: request.nonce,
    epoch,
    storedThrough,
    headHash,
    backedUpThrough,
    serverAt: now,
  };
  return ok({ acknowledgement: await acknowledge(voice, standing, credential.statement), credential, epoch });
}

async function findInvite(storage: Storage, id: RowId): Promise<Invite | undefined> {
  const branch = await storage.findBranchOf('invite', id);
  if (branch === undefined) return undefined;
  const [row] = await storage.transact(branch, (transaction) => transaction.rows([{ kind: 'invite', id }]));
  const body = row?.body === undefined || row.body === null ? undefined : parseBody('invite', JSON.parse(row.body));
  return body === undefined ? undefined : { id, branch, body };
}

function checkInvite(invite: Invite | undefined, now: number): Result<Invite, EnrolFailure> {
  if (invite === undefined) return err('inviteUnknown');
  if (invite.body.status === 'used') return err('inviteUsed');
  if (invite.body.status === 'revoked') return err('inviteRevoked');
  return invite.body.expiresAt <= now ? err('inviteExpired') : ok(invite);
}

/** The device is named by its key, and entry 1 speaks of this invite and of these keys. */
function isWellFormed(voice: Voice, request: EnrolRequest, inviteId: RowId): boolean {
  const [first, ...rest] = request.segment.entries;
  const entry = first === undefined ? undefined : bytesToEntry(first);
  const name: MutationName = 'enrol';
  if (entry === undefined || !entry.ok || rest.length > 0 || request.segment.firstNumber !== 1) return false;
  if (entry.value.name !== name || deviceIdOf(voice.sha256, request.signKey) !== request.device) return false;
  const args = fromBytes(mutatorOf(name).args, entry.value.args);
  if (!args.ok) return false;
  const { invite, signKey } = args.value as { readonly invite: string; readonly signKey: string };
  return (
    invite === inviteId &&
    signKey === bytesToBase64Url(request.signKey) &&
    isSameBytes(request.segment.previousHash, new Uint8Array(32))
  );
}

type Enrolled = { readonly device: DeviceRecord; readonly epoch: string };

async function perform(
  transaction: Transaction,
  branch: BranchId,
  asked: { readonly request: EnrolRequest; readonly now: number },
  ports: SyncPorts,
): Promise<Result<Enrolled, EnrolFailure>> {
  const { request, now } = asked;
  const known = await transaction.device(request.device);
  const epoch = (await readEpoch(transaction)) ?? (await beginEpoch(transaction, ports.random));
  if (known !== undefined) return ok({ device: known, epoch });
  const work = await beginWork(transaction, branch, now);
  const author = { branch, member: null, role: 'newcomer', device: request.device, isClockWrong: false } as const;
  const blank = { storedThrough: 0, headHash: new Uint8Array(32), revokedAfter: null };
  const applied = await applySegment(work, request.segment, blank, author, ports);
  const [outcome] = applied.outcomes;
  if (outcome?.status !== 'applied') {
    // Somebody else was quicker with the same invite: nothing of this newcomer is kept.
    return err(outcome?.code === 'inviteRevoked' || outcome?.code === 'inviteUnknown' ? outcome.code : 'inviteUsed');
  }
  await finishWork(work, ports);
  const record = await transaction.device(request.device);
  if (record === undefined) return err('malformed');
  const device = { ...record, storedThrough: 1, headHash: applied.headHash, heardAt: now };
  await transaction.writeDevice(device);
  return ok({ device, epoch });
}
