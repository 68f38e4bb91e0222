import * as v from 'valibot';
import { checkpointCode, name, nameOrEmpty, note, phone, position } from './scalars.ts';
import { openOrClosed } from './catalogue.ts';
import { otherNames } from './other-names.ts';

/** Where food is loaded. */
export const kitchenBody = v.object({
  name,
  otherNames,
  landmark: note,
  phone: v.nullable(phone),
  position: v.nullable(position),
  status: openOrClosed,
});
export type KitchenBody = v.InferOutput<typeof kitchenBody>;

/** Where food is needed: a roadblock, a bus station, a clinic, a warming point. */
export const checkpointBody = v.object({
  name,
  otherNames,
  code: checkpointCode,
  landmark: note,
  district: nameOrEmpty,
  phone: v.nullable(phone),
  position: v.nullable(position),
  status: openOrClosed,
});
export type CheckpointBody = v.InferOutput<typeof checkpointBody>;

/** What every driver may know of every open checkpoint, for unplanned deliveries. Row id: the checkpoint's. */
export const placeNameBody = v.object({ name, otherNames, code: checkpointCode });
export type PlaceNameBody = v.InferOutput<typeof placeNameBody>;

/** What whoever answers requests may know of a place that has one: where it is and how to call it. Row id: the checkpoint's. */
export const placeContactBody = v.object({
  name,
  otherNames,
  code: checkpointCode,
  phone: v.nullable(phone),
  position: v.nullable(position),
});
export type PlaceContactBody = v.InferOutput<typeof placeContactBody>;
