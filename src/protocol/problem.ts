import * as v from 'valibot';

/** Every refusal of the HTTP interface, as `application/problem+json` (RFC 9457) with this `code`. Stable for ever. */
export const problemCodes = [
  'malformed',
  'tooLarge',
  'unsupportedVersion',
  'unsigned',
  'badSignature',
  'clockSkew',
  'unknownDevice',
  'badCredential',
  'wrongOrganisation',
  'inviteUnknown',
  'inviteUsed',
  'inviteRevoked',
  'inviteExpired',
  'tooManyRequests',
  'busy',
  'notFound',
  'fault',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

export const problemSchema = v.object({
  type: v.string(),
  title: v.string(),
  status: v.number(),
  code: v.picklist(problemCodes),
  /** With `clockSkew`: sign this as the nonce and send again. */
  challenge: v.optional(v.string()),
  /** With `clockSkew`: the server's time, epoch ms. */
  serverAt: v.optional(v.number()),
});
export type Problem = v.InferOutput<typeof problemSchema>;

/** Reads a problem's JSON text; undefined when it is none of ours. */
export function readProblem(text: string): Problem | undefined {
  try {
    const parsed = v.safeParse(problemSchema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    // A proxy's HTML is no JSON.
    return undefined;
  }
}
