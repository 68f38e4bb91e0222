import type { Credential } from '#protocol/credential.ts';
import type { Signed } from '#protocol/signed.ts';
import type { Identity } from '#store/identity.ts';

/** Who the phone is by a credential that was verified. */
export function identityOf(credential: Credential, signed: Signed, serverKey: Uint8Array): Identity {
  return {
    organisation: credential.organisation,
    branch: credential.branch,
    member: credential.member,
    device: credential.device,
    role: credential.role,
    isWaiting: credential.isWaiting,
    isRevoked: false,
    serverKey,
    credential: signed,
    credentialExpiresAt: credential.expiresAt,
  };
}
