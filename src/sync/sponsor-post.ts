import { readUpTo } from './gzip.ts';
import type { Network } from './post.ts';

/** What is asked of the server with a link's secret, and what of the answer is waited for. */
export type SponsorQuestion = {
  readonly path: string;
  readonly body: object;
  readonly accept: 'application/json' | 'image/jpeg';
  readonly limitMs: number;
  readonly mostBytes: number;
};

export type SponsorReply = { readonly status: number; readonly bytes: Uint8Array } | undefined;

/** The answer; undefined without one, or with one that is longer than it may be. */
export async function sponsorPost(
  { path, body, accept, limitMs, mostBytes }: SponsorQuestion,
  network: Network,
): Promise<SponsorReply> {
  const controller = new AbortController();
  const cancel = network.timer.after(limitMs, () => controller.abort());
  try {
    const response = await network.fetch(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { accept, 'content-type': 'application/json' },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: controller.signal,
    });
    const bytes = response.body === null ? undefined : await readUpTo(response.body, mostBytes);
    return bytes && { status: response.status, bytes };
  } catch {
    // No network, no name, no certificate, cut off in the middle, or our own limit: fetch does not tell which.
    return undefined;
  } finally {
    cancel();
  }
}
