/** The order of P-256's group (FIPS 186-5, 3.2.1.3): s and n - s sign alike, and only the lower one is taken. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const SCALAR_BYTES = 32;

/** True for 64 bytes r || s whose s is the lower of the two that sign alike (SPEC 4.2). */
export function isLowS(signature: Uint8Array): boolean {
  return signature.length === 2 * SCALAR_BYTES && scalarOf(signature) <= ORDER / 2n;
}

/** The same signature with the lower s. */
export function normaliseS(signature: Uint8Array): Uint8Array {
  if (isLowS(signature)) return signature;
  const low = ORDER - scalarOf(signature);
  return signature.map((byte, index) =>
    index < SCALAR_BYTES ? byte : Number((low >> BigInt(8 * (2 * SCALAR_BYTES - 1 - index))) & 255n),
  );
}

function scalarOf(signature: Uint8Array): bigint {
  return signature.subarray(SCALAR_BYTES).reduce((scalar, byte) => (scalar << 8n) | BigInt(byte), 0n);
}
