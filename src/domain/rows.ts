import * as v from 'valibot';
import { availabilityBody } from './availability.ts';
import { branchBody } from './branch.ts';
import { itemBody, mealWindowBody } from './catalogue.ts';
import { correctionBody, deliveryBody } from './delivery.ts';
import { itemTraitsBody } from './item-traits.ts';
import { noticeBody } from './notice.ts';
import { photoBody } from './photo.ts';
import { contactBody, deviceBody, inviteBody, memberBody } from './people.ts';
import { checkpointBody, kitchenBody, placeContactBody, placeNameBody } from './places.ts';
import { requestBody } from './request.ts';
import { asideBody, reviewBody } from './review.ts';
import { returnableBody, returnableCountBody } from './returnable.ts';
import { cancellationBody, dayRequirementBody, requirementBody } from './requirement.ts';
import { runBody } from './run.ts';
import { type RowId, rowId } from './scalars.ts';
import { shiftBody } from './shift.ts';
import { batchBody, vehicleBody } from './supply.ts';
import { loadBody, needBody, pledgeBody, sponsorBody, sponsorLinkBody } from './sponsors.ts';

/** Holds a derived key for its owner: the one way to say "unique" without a query. Row id: see claims.ts. */
export const claimBody = v.object({ owner: rowId });

/** Every kind of row, with the shape of its body. */
export const bodies = {
  branch: branchBody,
  member: memberBody,
  device: deviceBody,
  contact: contactBody,
  invite: inviteBody,
  item: itemBody,
  mealWindow: mealWindowBody,
  kitchen: kitchenBody,
  checkpoint: checkpointBody,
  placeName: placeNameBody,
  run: runBody,
  delivery: deliveryBody,
  correction: correctionBody,
  claim: claimBody,
  aside: asideBody,
  review: reviewBody,
  returnable: returnableBody,
  returnableCount: returnableCountBody,
  requirement: requirementBody,
  dayRequirement: dayRequirementBody,
  cancellation: cancellationBody,
  itemTraits: itemTraitsBody,
  batch: batchBody,
  vehicle: vehicleBody,
  availability: availabilityBody,
  sponsor: sponsorBody,
  sponsorLink: sponsorLinkBody,
  pledge: pledgeBody,
  load: loadBody,
  need: needBody,
  notice: noticeBody,
  request: requestBody,
  placeContact: placeContactBody,
  shift: shiftBody,
  photo: photoBody,
} as const;

export type Kind = keyof typeof bodies;
export type Body<K extends Kind = Kind> = v.InferOutput<(typeof bodies)[K]>;
export const kinds = Object.keys(bodies) as readonly Kind[];

/** A row's place within its branch. */
export type RowKey<K extends Kind = Kind> = { readonly kind: K; readonly id: RowId };

/** A row that is there. */
export type Row<K extends Kind = Kind> = {
  readonly [P in K]: { readonly kind: P; readonly id: RowId; readonly body: Body<P> };
}[K];

/** One change to one row. */
export type Patch =
  | { readonly [K in Kind]: { readonly op: 'put'; readonly kind: K; readonly id: RowId; readonly body: Body<K> } }[Kind]
  | { readonly op: 'remove'; readonly kind: Kind; readonly id: RowId };

/**
 * What a mutator learns of a row: `unknown` when this phone's feeds would not hold it even if it existed, so that
 * its absence here says nothing.
 */
export type RowState<K extends Kind = Kind> =
  | { readonly state: 'present'; readonly body: Body<K> }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' };

/** The rows that a mutator asked for. */
export type Rows = { readonly find: <K extends Kind>(kind: K, id: RowId) => RowState<K> };

/** A key as one string, for maps and indexes. */
export function rowKeyText(key: RowKey): string {
  return `${key.kind}/${key.id}`;
}

/** Makes a put; keeps kind and body of one row together for the compiler. */
export function put<K extends Kind>(kind: K, id: RowId, body: Body<K>): Patch {
  return { op: 'put', kind, id, body } as unknown as Patch;
}

/** Reads a row's body from outside (a feed, an older store); undefined when it is not of its kind's shape. */
export function parseBody<K extends Kind>(kind: K, body: unknown): Body<K> | undefined {
  const parsed = v.safeParse(bodies[kind], body);
  return parsed.success ? parsed.output : undefined;
}
