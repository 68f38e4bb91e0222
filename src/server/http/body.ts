import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { err, ok, type Result } from '#lib/result.ts';
import { MAX_COMPRESSED_BYTES, MAX_REQUEST_BYTES } from '#protocol/bounds.ts';

const unpack = promisify(gunzip);
const pack = promisify(gzip);
/** Less than this is not worth the processor of a cheap phone. */
const SMALLEST_TO_PACK = 512;

export type BodyFailure = { readonly code: 'tooLarge' | 'malformed' };
/** The body as it came, for its digest, and as it was meant. */
export type RequestBody = { readonly sent: Uint8Array; readonly bytes: Uint8Array };

/** Reads a request's body within its bounds. What is too large, or says so, is read no further. */
export async function readBody(request: Request): Promise<Result<RequestBody, BodyFailure>> {
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') return err({ code: 'malformed' });
  if (Number(request.headers.get('content-length') ?? 0) > MAX_COMPRESSED_BYTES) return err({ code: 'tooLarge' });
  const parts: Uint8Array[] = [];
  let length = 0;
  const stream = request.body as ReadableStream<Uint8Array> | null;
  for await (const part of stream ?? []) {
    length += part.length;
    // Leaving the loop cancels the stream.
    if (length > MAX_COMPRESSED_BYTES) return err({ code: 'tooLarge' });
    parts.push(part);
  }
  const sent = new Uint8Array(Buffer.concat(parts));
  if (encoding === 'identity') return ok({ sent, bytes: sent });
  try {
    return ok({ sent, bytes: new Uint8Array(await unpack(sent, { maxOutputLength: MAX_REQUEST_BYTES })) });
  } catch (cause) {
    const isTooLarge = (cause as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    return err({ code: isTooLarge ? 'tooLarge' : 'malformed' });
  }
}

/** An answer in CBOR, gzipped when the asker takes it and it pays. */
export async function cborResponse(request: Request, bytes: Uint8Array): Promise<Response> {
  const takesGzip = (request.headers.get('accept-encoding') ?? '').includes('gzip');
  const isPacked = takesGzip && bytes.length >= SMALLEST_TO_PACK;
  const body = isPacked ? new Uint8Array(await pack(bytes)) : new Uint8Array(bytes);
  return new Response(body, {
    headers: {
      'content-type': 'application/cbor',
      'cache-control': 'no-store',
      vary: 'accept-encoding',
      ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
    },
  });
}
