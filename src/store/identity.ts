import type { Context, Standing } from '#domain/context.ts';
import type { EnrolledRole } from '#domain/people.ts';
import type { BranchId, DeviceId, RowId } from '#domain/scalars.ts';
import type { Signed } from '#protocol/signed.ts';

/** Who this phone is, as its newest credential says. The device and its branch never change in the life of a database. */
export type Identity = {
  readonly organisation: string;
  readonly branch: BranchId;
  readonly member: RowId;
  readonly device: DeviceId;
  readonly role: EnrolledRole;
  /** An organiser whom nobody has confirmed yet. */
  readonly isWaiting: boolean;
  /** The server said that this phone was revoked: it keeps what is unsent, and nothing else. */
  readonly isRevoked: boolean;
  /** The server's public signing key, 65 bytes, learned at enrolment. */
  readonly serverKey: Uint8Array;
  readonly credential: Signed;
  /** Epoch ms; past half of its life a sync brings a new one. */
  readonly credentialExpiresAt: number;
};

/** What this phone's hand may do. */
export function standingOf(identity: Identity): Standing {
  return identity.isWaiting ? 'waiting' : identity.role;
}

/** The context in which this phone makes the mutation of a number. */
export function contextOf(identity: Identity, mutationNumber: number, claimedAt: number): Context {
  return {
    branch: identity.branch,
    member: identity.member,
    role: standingOf(identity),
    device: identity.device,
    mutationNumber,
    claimedAt,
  };
}
