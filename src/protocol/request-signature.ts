/**
 * What a device signs of each request: a subset of RFC 9421 (SPEC 9). One label, four components, fixed order; the
 * server's challenge, when it asked for one, rides as the nonce.
 */
export type RequestParts = {
  readonly method: 'GET' | 'POST';
  /** Path and query, as in the request line. */
  readonly target: string;
  /** SHA-256 of the body as sent (after compression), base64 as RFC 9530 has it. */
  readonly digestBase64: string;
  /** Epoch seconds by the device's clock. */
  readonly createdAtSeconds: number;
  readonly keyId: string;
  readonly challenge: string | null;
};

/** The value of `Signature-Input` after the label: components and parameters. */
export function signatureParameters(parts: RequestParts): string {
  const nonce = parts.challenge === null ? '' : `;nonce="${parts.challenge}"`;
  return `("@method" "@path" "content-digest");created=${parts.createdAtSeconds};keyid="${parts.keyId}"${nonce};alg="ecdsa-p256-sha256"`;
}

/** The text that is signed, RFC 9421 section 2.5. */
export function signatureBase(parts: RequestParts): string {
  return [
    `"@method": ${parts.method}`,
    `"@path": ${parts.target}`,
    `"content-digest": sha-256=:${parts.digestBase64}:`,
    `"@signature-params": ${signatureParameters(parts)}`,
  ].join('\n');
}
