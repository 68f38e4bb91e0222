import { bytesToBase32 } from '#lib/base32.ts';
import { MAX_PHOTO_BYTES } from '#domain/photo.ts';
import { readUpTo } from './gzip.ts';
import type { Network } from './post.ts';

const ANSWER_LIMIT_MS = 60_000;

/** A photo of a link's page; null when it is not to be had, or is not the one that the page names. */
export async function sponsorPhoto(secret: string, hash: string, network: Network): Promise<Blob | null> {
  const controller = new AbortController();
  const cancel = network.timer.after(ANSWER_LIMIT_MS, () => controller.abort());
  try {
    const response = await network.fetch('/api/sponsor/photo', {
      method: 'POST',
      body: JSON.stringify({ secret, photo: hash }),
      headers: { accept: 'image/jpeg', 'content-type': 'application/json' },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'manual',
      signal: controller.signal,
    });
    const bytes = response.body === null ? undefined : await readUpTo(response.body, MAX_PHOTO_BYTES);
    if (response.status !== 200 || bytes === undefined) return null;
    const picture = Uint8Array.from(bytes);
    const named = bytesToBase32(new Uint8Array(await crypto.subtle.digest('SHA-256', picture)));
    return named === hash ? new Blob([picture], { type: 'image/jpeg' }) : null;
  } catch {
    // No network, cut off in the middle, or our own limit.
    return null;
  } finally {
    cancel();
  }
}
