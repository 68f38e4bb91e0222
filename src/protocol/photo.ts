import * as v from 'valibot';
import { MAX_PHOTO_BYTES } from '#domain/photo.ts';
import { deviceId, rowId } from '#domain/scalars.ts';
import { anyBytes, bytesUpTo, nonceBytes, wireVersion } from './fields.ts';
import { signedSchema } from './signed.ts';

/** Of one request: eight seconds on the slowest link that is any use. A cut costs no more than that. */
export const PIECE_BYTES = 32_768;

const offset = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_PHOTO_BYTES));

/** A piece of a photo's picture (POST /api/photo), or the question for all of it (POST /api/photo/show); SPEC 13. */
export const photoRequestSchema = v.object({
  version: wireVersion,
  device: deviceId,
  credential: v.nullable(signedSchema),
  nonce: nonceBytes,
  photo: rowId,
  offset,
  /** Empty: only asks how far the picture is there. */
  piece: bytesUpTo(PIECE_BYTES),
});
export type PhotoRequest = v.InferOutput<typeof photoRequestSchema>;

/**
 * `more`: go on at `received`. `whole`: all is there and is a picture. `refused`: it is none, or not the one that was named.
 * `gone`: nobody wants it any more. `later`: the record is not here yet, or this device has sent much; ask again in hours.
 */
export const pictureState = v.picklist(['more', 'whole', 'refused', 'gone', 'later']);
export const pictureStandingSchema = v.object({ received: offset, state: pictureState });
export type PictureStanding = v.InferOutput<typeof pictureStandingSchema>;

/** The acknowledgement (SPEC 7.1) names the hash of `body`, which is a `PictureStanding`. */
export const photoAnswerSchema = v.object({
  acknowledgement: signedSchema,
  body: anyBytes,
});
export type PhotoAnswer = v.InferOutput<typeof photoAnswerSchema>;

/** The picture; its hash is the name that the row gave it. */
export const shownPhotoSchema = v.object({ picture: bytesUpTo(MAX_PHOTO_BYTES) });
