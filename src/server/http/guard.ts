import { fromBytesInPlace } from '#protocol/canonical.ts';
import { type PhotoRequest, photoRequestSchema } from '#protocol/photo.ts';
import type { Schema } from '#protocol/shape.ts';
import { type BranchesRequest, branchesRequestSchema } from '#protocol/branches.ts';
import { credentialSchema } from '#protocol/credential.ts';
import { readSigned } from '#protocol/signed.ts';
import { type SyncRequest, syncRequestSchema } from '#protocol/sync-request.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { audiencesOf } from '#domain/audiences.ts';
import type { DeviceId } from '#domain/scalars.ts';
import { CHAIN_START } from '#protocol/chain.ts';
import { unreadableBecause } from '#protocol/version.ts';
import { checkClaim, type Claim } from '../auth/signed-request.ts';
import { makeChallenge } from '../auth/challenge.ts';
import type { DeviceRecord } from '../storage/port.ts';
import type { Deps } from './deps.ts';
import { problemResponse } from './problem-response.ts';
import type { RequestBody } from './body.ts';

/** A request that a device signed, and who the device is. */
export type Admitted<T = SyncRequest> = { readonly request: T; readonly device: DeviceRecord };

/** A message that a device signs: its shape, and whether it shows that the device may be more than the server knows. */
export type Spoken<T> = {
  readonly schema: Schema<T>;
  readonly mayBeMore: (device: DeviceRecord, request: T) => boolean;
};

/** Lets a signed request in, or answers it (SPEC 9). Nothing of an unsigned body is believed; it is only parsed. */
export async function admit<T extends Named>(
  deps: Deps,
  http: Request,
  claim: Claim,
  body: RequestBody,
  { schema, mayBeMore }: Spoken<T>,
): Promise<Result<Admitted<T>, Response>> {
  const request = fromBytesInPlace(schema, body.bytes);
  if (!request.ok) return err(problemResponse(unreadableBecause(body.bytes)));
  if (request.value.device !== claim.keyId) return err(problemResponse('badSignature'));
  const known = await deps.engine.device(claim.keyId as DeviceId);
  const device = await deviceFor(deps, request.value, known);
  if (device === undefined)
    return err(problemResponse(request.value.credential === null ? 'unknownDevice' : 'badCredential'));
  const signed = await checkSigned(deps, http, { claim, sent: body.sent, publicKey: device.signKey });
  if (!signed.ok) return signed;
  if (mayBeMore(device, request.value)) return err(problemResponse('unknownDevice'));
  return ok({ request: request.value, device });
}

/** Lets a coordinator's question in. To anybody else, and to one who was revoked, there is nothing here. */
export async function admitReader(
  deps: Deps,
  http: Request,
  claim: Claim,
  body: RequestBody,
): Promise<Result<BranchesRequest, Response>> {
  const request = fromBytesInPlace(branchesRequestSchema, body.bytes);
  if (!request.ok) return err(problemResponse(unreadableBecause(body.bytes)));
  if (request.value.device !== claim.keyId) return err(problemResponse('badSignature'));
  const known = await deps.engine.device(request.value.device);
  if (known === undefined) return err(problemResponse('unknownDevice'));
  const signed = await checkSigned(deps, http, { claim, sent: body.sent, publicKey: known.signKey });
  return signed.ok ? ok(request.value) : signed;
}

/** Whether the device signed exactly what came; one whose clock is wrong is given a challenge to sign. */
async function checkSigned(
  deps: Deps,
  http: Request,
  {
    claim,
    sent,
    publicKey,
  }: { readonly claim: Claim; readonly sent: RequestBody['sent']; readonly publicKey: Uint8Array },
): Promise<Result<null, Response>> {
  const now = deps.clock.now();
  const { challengeKey } = await deps.engine.founding();
  const checked = await checkClaim(claim, http, sent, { publicKey, verify: deps.verify, challengeKey, now });
  if (checked.ok) return ok(null);
  if (checked.error.code !== 'clockSkew') return err(problemResponse(checked.error.code));
  return err(problemResponse('clockSkew', { challenge: makeChallenge(challengeKey, claim.keyId, now), serverAt: now }));
}

/** What says who a device is. */
type Named = Pick<SyncRequest, 'device' | 'credential'>;

/** Who a device is: as the database has it, unless the server once signed that it knows more (SPEC 9.3). */
export async function deviceFor(
  deps: Deps,
  request: Named,
  known: DeviceRecord | undefined,
): Promise<DeviceRecord | undefined> {
  if (known !== undefined && known.standing !== 'waiting') return known;
  const told = await deviceOfCredential(deps, request);
  const isConfirmed = told?.standing === 'organiser' && told.member === known?.member;
  return known === undefined ? told : isConfirmed ? { ...known, standing: told.standing } : known;
}

/** What devices say: a sync. */
export const SYNC: Spoken<SyncRequest> = { schema: syncRequestSchema, mayBeMore };

/** A piece of a photo's picture, or the wish to see one: nobody who waits for their confirmation has either. */
export const PHOTO: Spoken<PhotoRequest> = {
  schema: photoRequestSchema,
  mayBeMore: ({ standing }, { credential }) => standing === 'waiting' && credential === null,
};

/**
 * A restored backup may have forgotten that somebody was confirmed. Their credential says so, and is asked for before what
 * they bring is refused and before they are given another: whoever waits rightly brings nothing, and hears one feed alone.
 */
function mayBeMore({ branch, member, standing }: DeviceRecord, { segment, scope, credential }: SyncRequest): boolean {
  const isAtRest = segment === null && scope === audiencesOf(branch, member, 'waiting').join(',');
  return standing === 'waiting' && credential === null && !isAtRest;
}

/** Who an unknown device is by a credential that this server signed: a restored backup may have forgotten it (SPEC 9.3). */
async function deviceOfCredential(deps: Deps, request: Named): Promise<DeviceRecord | undefined> {
  if (request.credential === null) return undefined;
  const { organisation, publicKey } = await deps.engine.founding();
  const read = await readSigned(credentialSchema, request.credential, publicKey, deps.verify);
  if (!read.ok) return undefined;
  const { device, branch, member, role, isWaiting, signKey, agreeKey, expiresAt } = read.value;
  if (read.value.organisation !== organisation || device !== request.device || expiresAt <= deps.clock.now())
    return undefined;
  return {
    device,
    branch,
    member,
    standing: isWaiting ? 'waiting' : role,
    signKey,
    agreeKey,
    storedThrough: 0,
    headHash: CHAIN_START,
    backedUpThrough: 0,
    revokedAfter: null,
    heardAt: 0,
  };
}
