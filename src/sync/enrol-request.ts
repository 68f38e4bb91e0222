import { normaliseBase32 } from '#lib/base32.ts';
import { bytesToBase64Url } from '#lib/bytes.ts';
import type { Clock } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { mutators, parseMutation } from '#domain/mutators.ts';
import { toBytes } from '#protocol/canonical.ts';
import type { InviteOffer } from '#protocol/enrolment.ts';
import { deviceIdOf, inviteIdOf } from '#protocol/names.ts';
import { beginEnrolment, pendingEnrolment, storedKeys, storeKeys } from '#store/enrolment.ts';
import type { PendingEnrolment } from '#store/pending-enrolment.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { sha256 } from '#store/sha256.ts';
import { areKeysUsable, makeDeviceKeys, rawPublicKey } from './web-crypto.ts';

/** Who wants to enter, as the screen asked. */
export type Newcomer = {
  /** As typed or scanned. */
  readonly secret: string;
  readonly offer: InviteOffer;
  readonly name: string;
  readonly phone: string | null;
  /** What to call the device: "Android, Chrome". */
  readonly label: string;
};

/**
 * Has keys and entry 1 on the disk before the server hears of them. The same invite again takes up what is there, since
 * the server may have applied it already.
 */
export async function prepareEnrolment(
  newcomer: Newcomer,
  { store, clock }: { readonly store: PhoneStore; readonly clock: Clock },
): Promise<Result<PendingEnrolment, { readonly code: 'keysNotKept' | 'malformed' }>> {
  const secret = normaliseBase32(newcomer.secret);
  const earlier = await pendingEnrolment(store);
  if (earlier?.secret === secret) return ok(earlier);
  await storeKeys(store, await makeDeviceKeys());
  const keys = await storedKeys(store);
  if (keys === null || !(await areKeysUsable(keys))) return err({ code: 'keysNotKept' });
  const [signKey, agreeKey] = await Promise.all([
    rawPublicKey(keys.sign.publicKey),
    rawPublicKey(keys.agree.publicKey),
  ]);
  const mutation = parseMutation('enrol', {
    invite: inviteIdOf(sha256, secret),
    name: newcomer.name,
    phone: newcomer.phone,
    label: newcomer.label,
    signKey: bytesToBase64Url(signKey),
    agreeKey: bytesToBase64Url(agreeKey),
  });
  if (mutation?.name !== 'enrol') return err({ code: 'malformed' });
  const { organisation, serverKey, branch } = newcomer.offer;
  const pending = { secret, organisation, serverKey, device: deviceIdOf(sha256, signKey), signKey, agreeKey };
  const { args, version } = mutators.enrol;
  await beginEnrolment(store, pending, {
    number: 1,
    claimedAt: clock.now(),
    branch,
    name: 'enrol',
    version,
    args: toBytes(args, mutation.args),
  });
  return ok(pending);
}
