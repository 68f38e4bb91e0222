import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Timer } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { MAX_COMPRESSED_BYTES, MAX_REQUEST_BYTES } from '#protocol/bounds.ts';
import type { Held } from './body-room.ts';

const unpack = promisify(gunzip);
const pack = promisify(gzip);
/** Less than this is not worth the processor of a cheap phone. */
const SMALLEST_TO_PACK = 512;

/** A body has so long to arrive, and longer by its length at the rate of the slowest link; never longer than a phone waits. */
const FIRST_MS = 10_000;
const SLOWEST_BYTES_PER_MS = 4;
const LONGEST_MS = 60_000;

/** `busy`: there is no room for it now, or it came too slowly. */
export type BodyFailure = { readonly code: 'tooLarge' | 'malformed' | 'busy' };
/** The body as it came, for its digest, and as it was meant. */
export type RequestBody = { readonly sent: Uint8Array; readonly bytes: Uint8Array };

/** Reads a request's body within its bounds of size, time and memory. What is too large, or says so, is read no further. */
export async function readBody(
  request: Request,
  held: Pick<Held, 'take'>,
  timer: Timer,
): Promise<Result<RequestBody, BodyFailure>> {
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'gzip' && encoding !== 'identity') return err({ code: 'malformed' });
  const length = Number(request.headers.get('content-length') ?? MAX_COMPRESSED_BYTES);
  if (length > MAX_COMPRESSED_BYTES) return err({ code: 'tooLarge' });
  const sent = await gather(request, Math.min(FIRST_MS + length / SLOWEST_BYTES_PER_MS, LONGEST_MS), held, timer);
  if (!sent.ok || encoding === 'identity') return sent.ok ? ok({ sent: sent.value, bytes: sent.value }) : sent;
  try {
    const bytes = new Uint8Array(await unpack(sent.value, { maxOutputLength: MAX_REQUEST_BYTES }));
    return held.take(bytes.length) ? ok({ sent: sent.value, bytes }) : err({ code: 'busy' });
  } catch (cause) {
    const isTooLarge = (cause as { readonly code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    return err({ code: isTooLarge ? 'tooLarge' : 'malformed' });
  }
}

async function gather(
  request: Request,
  allowedMs: number,
  held: Pick<Held, 'take'>,
  timer: Timer,
): Promise<Result<Uint8Array, BodyFailure>> {
  const reader = (request.body as ReadableStream<Uint8Array> | null)?.getReader();
  if (reader === undefined) return ok(new Uint8Array());
  const state = { isLate: false };
  // Ends the read that waits; whether the other side is still there to be told does not matter.
  const hangUp = () => void reader.cancel().catch(() => undefined);
  const cancel = timer.after(allowedMs, () => {
    state.isLate = true;
    hangUp();
  });
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length;
      const code = length > MAX_COMPRESSED_BYTES ? 'tooLarge' : held.take(read.value.length) ? undefined : 'busy';
      if (code !== undefined) {
        hangUp();
        return err({ code });
      }
      parts.push(read.value);
    }
  } catch {
    // Whoever sent it is gone in the middle of it, and hears no answer.
    return err({ code: 'malformed' });
  } finally {
    cancel();
  }
  return state.isLate ? err({ code: 'busy' }) : ok(new Uint8Array(Buffer.concat(parts)));
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
