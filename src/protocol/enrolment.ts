import * as v from 'valibot';
import { enrolledRole } from '#domain/people.ts';
import { branchId, deviceId, nameOrEmpty } from '#domain/scalars.ts';
import { epoch, nonceBytes, organisationId, publicKeyBytes, wireVersion } from './fields.ts';
import { segmentSchema } from './segment.ts';
import { signedSchema } from './signed.ts';

/** Twelve characters of base32, sixty bits: short enough to type with cold hands, single-use, and guessed at a bounded rate. */
export const INVITE_SECRET_LENGTH = 12;
export const inviteSecret = v.pipe(v.string(), v.regex(/^[0-9a-z]{12}$/));

/** Asks what an invite offers (POST /api/invite); consumes nothing. */
export const inviteQuestionSchema = v.object({ version: wireVersion, secret: inviteSecret });
export type InviteQuestion = v.InferOutput<typeof inviteQuestionSchema>;

export const inviteOfferSchema = v.object({
  organisation: organisationId,
  serverKey: publicKeyBytes,
  branch: branchId,
  branchName: nameOrEmpty,
  role: enrolledRole,
  label: nameOrEmpty,
});
export type InviteOffer = v.InferOutput<typeof inviteOfferSchema>;

/**
 * Redeems an invite (POST /api/enrol): the secret beside the first segment of the new device's log, whose only entry is
 * `enrol`. Asked again by the same device it answers the same, so a lost answer costs nothing.
 */
export const enrolRequestSchema = v.object({
  version: wireVersion,
  secret: inviteSecret,
  device: deviceId,
  signKey: publicKeyBytes,
  nonce: nonceBytes,
  segment: segmentSchema,
});
export type EnrolRequest = v.InferOutput<typeof enrolRequestSchema>;

/** The acknowledgement has the same meaning as in a sync; its bodyHash is that of the credential's statement. */
export const enrolAnswerSchema = v.object({ acknowledgement: signedSchema, credential: signedSchema, epoch });
export type EnrolAnswer = v.InferOutput<typeof enrolAnswerSchema>;
