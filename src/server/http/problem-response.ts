import type { Problem, ProblemCode } from '#protocol/problem.ts';

const STATUSES: Readonly<Record<ProblemCode, number>> = {
  malformed: 400,
  tooLarge: 413,
  unsupportedVersion: 426,
  unsigned: 401,
  badSignature: 401,
  clockSkew: 401,
  unknownDevice: 401,
  badCredential: 403,
  wrongOrganisation: 403,
  inviteUnknown: 404,
  inviteUsed: 410,
  inviteRevoked: 410,
  inviteExpired: 410,
  tooManyRequests: 429,
  busy: 503,
  notFound: 404,
  fault: 500,
};

type Extra = Partial<Pick<Problem, 'challenge' | 'serverAt'>> & { readonly retryAfterSeconds?: number };

/** A refusal as RFC 9457 has it. The title is for operators who read logs; phones go by the code. */
export function problemResponse(code: ProblemCode, extra: Extra = {}): Response {
  const { retryAfterSeconds, ...facts } = extra;
  const status = STATUSES[code];
  const problem: Problem = { type: 'about:blank', title: code, status, code, ...facts };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    },
  });
}
