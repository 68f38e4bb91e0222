import { readArrayHead, readInteger, type Source } from './cbor.ts';

/** The wire's version. Any change of a message's or an argument's fields raises it; a test pins the fields to it. */
export const PROTOCOL_VERSION = 1;

/** The oldest version whose pushes this server still takes. Pulls and refusals are answered to any. */
export const OLDEST_PUSH_VERSION = 1;

/** Hash SHA-256, signature ECDSA P-256, agreement ECDH P-256. One byte, so that another suite can come. */
export const SUITE = 1;

/**
 * What a request is called that cannot be read: its version is its first field in every version, so that a newer
 * program is told so instead of being taken for rubbish (SPEC 6.5).
 */
export function unreadableBecause(bytes: Uint8Array): 'unsupportedVersion' | 'malformed' {
  const source: Source = { bytes, isInPlace: true, offset: 0, isBroken: false };
  const fieldCount = readArrayHead(source);
  const version = fieldCount > 0 ? readInteger(source) : 0;
  return !source.isBroken && version > PROTOCOL_VERSION ? 'unsupportedVersion' : 'malformed';
}
