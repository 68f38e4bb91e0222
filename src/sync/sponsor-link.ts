import { err, ok, type Result } from '#lib/result.ts';
import { readProblem } from '#protocol/problem.ts';
import { readSponsorPage, type SponsorPage } from '#protocol/sponsor-page.ts';
import type { Network } from './post.ts';
import { sponsorPost } from './sponsor-post.ts';

export type { SponsorPage };

/** `closed`: the server knows no such link. `unreachable`: no answer, or somebody else's. */
export type SponsorFailure = 'closed' | 'unreachable';

/** The part of `localStorage` that a page needs; it may throw where site data is blocked. */
export type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a sponsor's link can do: show the last page again, ask for the newest, offer to answer a need. */
export type SponsorLink = {
  readonly kept: () => SponsorPage | undefined;
  readonly ask: () => Promise<Result<SponsorPage, SponsorFailure>>;
  readonly offer: (need: string, count: number) => Promise<Result<SponsorPage, SponsorFailure>>;
  /** A photo of the page, by the name that the page gives it; null when it is not to be had. */
  readonly photo: (hash: string) => Promise<Blob | null>;
};

const MAX_PAGE_BYTES = 1024 * 1024;
const ANSWER_LIMIT_MS = 30_000;

/** A link that keeps its last page on this device, so that it opens with no network, and forgets it once it is closed. */
export function sponsorLink(
  secret: string,
  { network, keep }: { readonly network: Network; readonly keep: Keep },
): SponsorLink {
  const name = `dastarkhan-sponsor ${secret}`;
  const take = (answer: Answer): Result<SponsorPage, SponsorFailure> => {
    if (answer.type !== 'page') {
      if (answer.type === 'closed') quietly(() => keep.removeItem(name));
      return err(answer.type);
    }
    quietly(() => keep.setItem(name, answer.text));
    return ok(answer.page);
  };
  return {
    kept: () => readSponsorPage(quietly(() => keep.getItem(name)) ?? ''),
    ask: async () => take(await post('/api/sponsor', { secret }, network)),
    offer: async (need, count) => take(await post('/api/sponsor/pledge', { secret, need, count }, network)),
    photo: async (hash) => {
      const { sponsorPhoto } = await import('./sponsor-photo.ts');
      return sponsorPhoto(secret, hash, (question) => sponsorPost(question, network));
    },
  };
}

type Answer =
  | { readonly type: 'page'; readonly page: SponsorPage; readonly text: string }
  | { readonly type: SponsorFailure };

async function post(path: string, body: object, network: Network): Promise<Answer> {
  const asked = {
    path,
    body,
    accept: 'application/json',
    limitMs: ANSWER_LIMIT_MS,
    mostBytes: MAX_PAGE_BYTES,
  } as const;
  const answer = await sponsorPost(asked, network);
  const text = new TextDecoder().decode(answer?.bytes);
  const page = answer?.status === 200 ? readSponsorPage(text) : undefined;
  if (page !== undefined) return { type: 'page', page, text };
  return { type: readProblem(text)?.code === 'notFound' ? 'closed' : 'unreachable' };
}

/** Blocked or full site data costs the saved copy, and nothing else. */
function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
