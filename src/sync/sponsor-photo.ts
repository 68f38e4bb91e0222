import { bytesToBase32 } from '#lib/base32.ts';
import { MAX_PHOTO_BYTES } from '#domain/photo.ts';
import type { SponsorQuestion, SponsorReply } from './sponsor-post.ts';

const ANSWER_LIMIT_MS = 60_000;

/** Asks the server; given, since whoever wants no photo loads nothing for it. */
type Post = (question: SponsorQuestion) => Promise<SponsorReply>;

/** A photo of a link's page; null when it is not to be had, or is not the one that the page names. */
export async function sponsorPhoto(secret: string, hash: string, post: Post): Promise<Blob | null> {
  const about = { accept: 'image/jpeg', limitMs: ANSWER_LIMIT_MS, mostBytes: MAX_PHOTO_BYTES } as const;
  const answer = await post({ path: '/api/sponsor/photo', body: { secret, photo: hash }, ...about });
  if (answer?.status !== 200) return null;
  const picture = Uint8Array.from(answer.bytes);
  const named = bytesToBase32(new Uint8Array(await crypto.subtle.digest('SHA-256', picture)));
  return named === hash ? new Blob([picture], { type: 'image/jpeg' }) : null;
}
