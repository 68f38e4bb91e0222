import { createHmac, timingSafeEqual } from 'node:crypto';

/** How long a challenge is good for, and how far a clock may be off before one is asked. */
export const FRESH_MS = 5 * 60 * 1000;

/** A stateless challenge: the time, and an HMAC of device and time under a key of the server. */
export function makeChallenge(key: Uint8Array, device: string, now: number): string {
  return `${now.toString(36)}.${macOf(key, device, now).toString('base64url')}`;
}

/** True for a challenge that this server made for this device in the last five minutes. */
export function isGoodChallenge(key: Uint8Array, challenge: string, device: string, now: number): boolean {
  const [time = '', mac = ''] = challenge.split('.');
  const madeAt = Number.parseInt(time, 36);
  if (!Number.isSafeInteger(madeAt) || Math.abs(now - madeAt) > FRESH_MS) return false;
  const given = Buffer.from(mac, 'base64url');
  const right = macOf(key, device, madeAt);
  return given.length === right.length && timingSafeEqual(given, right);
}

function macOf(key: Uint8Array, device: string, now: number): Buffer {
  return createHmac('sha256', key).update(`${device} ${now}`).digest();
}
