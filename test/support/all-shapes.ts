import { mutatorOf, mutators, type MutationName } from '#domain/mutators.ts';
import { bodies } from '#domain/rows.ts';
import { acknowledgementSchema } from '#protocol/acknowledgement.ts';
import { branchesAnswerSchema, branchesBodySchema, branchesRequestSchema } from '#protocol/branches.ts';
import { carriedBodySchema, carryAnswerSchema, carryRequestSchema } from '#protocol/carry.ts';
import { credentialSchema } from '#protocol/credential.ts';
import { enrolAnswerSchema, enrolRequestSchema, inviteOfferSchema, inviteQuestionSchema } from '#protocol/enrolment.ts';
import { entrySchema } from '#protocol/entry.ts';
import { photoAnswerSchema, photoRequestSchema, pictureStandingSchema, shownPhotoSchema } from '#protocol/photo.ts';
import { problemSchema } from '#protocol/problem.ts';
import { segmentSchema, segmentStatementSchema } from '#protocol/segment.ts';
import type { Schema } from '#protocol/shape.ts';
import { signedSchema } from '#protocol/signed.ts';
import { answerBodySchema, syncAnswerSchema } from '#protocol/sync-answer.ts';
import { syncRequestSchema } from '#protocol/sync-request.ts';

export const mutationNames = Object.keys(mutators) as readonly MutationName[];

/** Every message and signed statement that travels as canonical bytes, by name. */
export const messages = {
  inviteQuestion: inviteQuestionSchema,
  inviteOffer: inviteOfferSchema,
  enrolRequest: enrolRequestSchema,
  enrolAnswer: enrolAnswerSchema,
  syncRequest: syncRequestSchema,
  syncAnswer: syncAnswerSchema,
  answerBody: answerBodySchema,
  entry: entrySchema,
  segment: segmentSchema,
  segmentStatement: segmentStatementSchema,
  signed: signedSchema,
  acknowledgement: acknowledgementSchema,
  credential: credentialSchema,
  carryRequest: carryRequestSchema,
  carryAnswer: carryAnswerSchema,
  carriedBody: carriedBodySchema,
  photoRequest: photoRequestSchema,
  photoAnswer: photoAnswerSchema,
  pictureStanding: pictureStandingSchema,
  shownPhoto: shownPhotoSchema,
  branchesRequest: branchesRequestSchema,
  branchesAnswer: branchesAnswerSchema,
  branchesBody: branchesBodySchema,
} as const;

/** The shapes of all that is stored or sent, by name: rows, arguments, messages. */
export function allShapes(): ReadonlyMap<string, Schema<unknown>> {
  return new Map<string, Schema<unknown>>([
    ...Object.entries(bodies).map(([kind, schema]) => [`row ${kind}`, schema] as const),
    ...mutationNames.map((name) => [`mutation ${name}`, mutatorOf(name).args] as const),
    ...Object.entries(messages).map(([name, schema]) => [`message ${name}`, schema] as const),
    ['problem', problemSchema] as const,
  ]);
}
