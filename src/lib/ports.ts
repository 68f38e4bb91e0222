/** The time outside: epoch milliseconds, UTC. A port, so that tests and the simulation move it. */
export type Clock = { readonly now: () => number };

/** The randomness outside: n unpredictable bytes. A port, so that a seed replays. */
export type Random = { readonly bytes: (count: number) => Uint8Array<ArrayBuffer> };

/** SHA-256, synchronous: a chain of small entries must not pay a promise for each. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Signs with one held P-256 key (ECDSA, SHA-256); 64 bytes r || s with low s. */
export type Sign = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Checks a 64-byte ECDSA P-256 signature against a raw public key of 65 bytes; false for high s and for anything malformed. */
export type Verify = (publicKey: Uint8Array, signature: Uint8Array, bytes: Uint8Array) => Promise<boolean>;

/** Calls back after a while; the function it gives cancels that. A port, so that tests move the clock instead of sleeping. */
export type Timer = { readonly after: (delayMs: number, callback: () => void) => () => void };
