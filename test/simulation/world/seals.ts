import { hash } from 'node:crypto';

import { isSameBytes } from '#lib/bytes.ts';
import type { Verify } from '#lib/ports.ts';

const SIGNATURE_BYTES = 64;

/**
 * What stands for signatures in a world: a hash of the key and of every byte that is signed, as long as a signature and
 * with a low s. It says who has signed what as a signature does, and costs a hundredth; nobody in a world forges one.
 */
export function sealOf(publicKey: Uint8Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const seal = new Uint8Array(SIGNATURE_BYTES);
  seal.set(hash('sha256', Buffer.concat([publicKey, bytes]), 'buffer'));
  return seal;
}

export const verifySeal: Verify = async (publicKey, seal, bytes) => isSameBytes(seal, sealOf(publicKey, bytes));
