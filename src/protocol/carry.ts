import * as v from 'valibot';
import { anyBytes, nonceBytes, wireVersion } from './fields.ts';
import { segmentFileSchema } from './segment-file.ts';
import { signedSchema } from './signed.ts';
import { outcomeSchema } from './sync-answer.ts';

/** A file of unsent work, brought to the server by somebody else's phone (SPEC 12). */
export const carryRequestSchema = v.object({
  version: wireVersion,
  nonce: nonceBytes,
  file: segmentFileSchema,
});
export type CarryRequest = v.InferOutput<typeof carryRequestSchema>;

/** What became of its entries; nothing else of that log or branch. */
export const carriedBodySchema = v.object({ outcomes: v.array(outcomeSchema) });
export type CarriedBody = v.InferOutput<typeof carriedBodySchema>;

/** The acknowledgement names the file's device, and the body's hash. */
export const carryAnswerSchema = v.object({ acknowledgement: signedSchema, body: anyBytes });
export type CarryAnswer = v.InferOutput<typeof carryAnswerSchema>;
