import * as v from 'valibot';
import { deviceId } from '#domain/scalars.ts';
import { organisationId, wireVersion } from './fields.ts';
import { segmentSchema } from './segment.ts';
import { signedSchema } from './signed.ts';

/**
 * A phone's unsent log as a file, to be carried by hand (SPEC 4.4): the segment, and the server's word on whose it is, so
 * that it can be checked without asking anybody.
 */
export const segmentFileSchema = v.object({
  purpose: v.literal('dastarkhan-segment-file'),
  version: wireVersion,
  organisation: organisationId,
  device: deviceId,
  credential: signedSchema,
  segment: segmentSchema,
});
export type SegmentFile = v.InferOutput<typeof segmentFileSchema>;
