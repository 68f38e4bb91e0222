import { sha256 as hash } from '@noble/hashes/sha2.js';
import type { Sha256 } from '#lib/ports.ts';

/** SHA-256 without a promise: a chain of thousands of small entries would otherwise wait for each. */
export const sha256: Sha256 = hash;
