import type { Timer } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { type Problem, readProblem } from '#protocol/problem.ts';
import { readUpTo } from './gzip.ts';

/** The network outside: the browser's `fetch`, or a server's own handler in tests. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;
export type Network = { readonly fetch: Fetch; readonly timer: Timer };

export type PostFailure =
  /** No answer at all, or one that broke off. */
  | { readonly code: 'unreachable' }
  /** Somebody answered who does not speak our language: a captive portal, another site. */
  | { readonly code: 'notOurServer' }
  /** The server refused, and says why. `retryAfterMs` is its wish; null when it has none. */
  | { readonly code: 'problem'; readonly problem: Problem; readonly retryAfterMs: number | null };

export const CBOR = 'application/cbor';
/** The largest honest answer is a page, its outcomes and one row too large for a page. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;
/** A slow link moves half a megabyte in this time; a dead one is given up. */
const ANSWER_LIMIT_MS = 60_000;
/** What a proxy says when the server behind it is away. */
const GATEWAY_STATUSES: readonly number[] = [502, 503, 504];
/** Nobody makes a phone wait longer than this, whatever a header says. */
const MAX_RETRY_AFTER_MS = 60 * 60 * 1000;

/** Sends one request and takes at most MAX_ANSWER_BYTES of an answer in CBOR. */
export async function post(
  path: string,
  body: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>>,
  network: Network,
): Promise<Result<Uint8Array, PostFailure>> {
  const controller = new AbortController();
  const cancel = network.timer.after(ANSWER_LIMIT_MS, () => controller.abort());
  try {
    const response = await network.fetch(path, {
      method: 'POST',
      body,
      headers: { accept: CBOR, 'content-type': CBOR, ...headers },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: controller.signal,
    });
    return await readAnswer(response);
  } catch {
    // fetch rejects without telling why: no network, no name, no certificate, cut off in the middle, or our own limit.
    return err({ code: 'unreachable' });
  } finally {
    cancel();
  }
}

async function readAnswer(response: Response): Promise<Result<Uint8Array, PostFailure>> {
  const type = response.headers.get('content-type') ?? '';
  const bytes = response.body === null ? undefined : await readUpTo(response.body, MAX_ANSWER_BYTES);
  if (response.status === 200 && type.startsWith(CBOR) && bytes !== undefined) return ok(bytes);
  const problem = type.startsWith('application/problem+json')
    ? readProblem(new TextDecoder().decode(bytes))
    : undefined;
  if (problem !== undefined) return err({ code: 'problem', problem, retryAfterMs: retryAfterMs(response) });
  return err({ code: GATEWAY_STATUSES.includes(response.status) ? 'unreachable' : 'notOurServer' });
}

function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, MAX_RETRY_AFTER_MS) : null;
}
