import * as v from 'valibot';
import type { Mutator } from './mutation.ts';
import { availabilitySet } from './mutators/availability.ts';
import { batchSet } from './mutators/batch.ts';
import { branchAmend } from './mutators/branch.ts';
import { checkpointAmend, checkpointClose, checkpointCreate } from './mutators/checkpoint.ts';
import { deliveryCorrect, deliveryWithdraw } from './mutators/delivery-correct.ts';
import { deliveryRecord } from './mutators/delivery-record.ts';
import { enrol } from './mutators/enrol.ts';
import { inviteCreate, inviteRevoke } from './mutators/invite.ts';
import { itemMutators } from './mutators/item.ts';
import { itemTraitsSet } from './mutators/item-traits.ts';
import { kitchenMutators } from './mutators/kitchen.ts';
import { mealWindowMutators } from './mutators/meal-window.ts';
import { noticeMutators } from './mutators/notice.ts';
import { photoAdd, photoRelease, photoWithdraw } from './mutators/photo.ts';
import { deviceRevoke, memberAdd, memberConfirm } from './mutators/people.ts';
import { asideTakeIn, reviewDecide } from './mutators/review.ts';
import { requestPromise, requestRaise, requestSettle } from './mutators/request.ts';
import { returnableMutators, returnablesCount } from './mutators/returnable.ts';
import { cancellationSet, dayRequirementSet, requirementSet } from './mutators/requirement.ts';
import { runAmend } from './mutators/run-amend.ts';
import { runImport } from './mutators/run-import.ts';
import { runLoad } from './mutators/run-load.ts';
import { runPlan } from './mutators/run-plan.ts';
import {
  runAbandon,
  runAccept,
  runAssign,
  runCancel,
  runComplete,
  runDecline,
  runDepart,
} from './mutators/run-steps.ts';
import { shiftTakeOver } from './mutators/shift.ts';
import { stopsMove } from './mutators/stops-move.ts';
import { vehicleMutators } from './mutators/vehicle.ts';
import {
  needMutators,
  pledgeClose,
  pledgeConfirm,
  pledgeMake,
  sponsorLinkCreate,
  sponsorLinkRevoke,
  sponsorMutators,
} from './mutators/sponsor.ts';

/** Every mutation by its name on the wire. Names are for ever; a changed meaning is a new version or a new name. */
export const mutators = {
  enrol,
  inviteCreate,
  inviteRevoke,
  memberAdd,
  memberConfirm,
  deviceRevoke,
  branchAmend,
  itemCreate: itemMutators.create,
  itemAmend: itemMutators.amend,
  itemClose: itemMutators.close,
  mealWindowCreate: mealWindowMutators.create,
  mealWindowAmend: mealWindowMutators.amend,
  mealWindowClose: mealWindowMutators.close,
  kitchenCreate: kitchenMutators.create,
  kitchenAmend: kitchenMutators.amend,
  kitchenClose: kitchenMutators.close,
  checkpointCreate,
  checkpointAmend,
  checkpointClose,
  runPlan,
  runAssign,
  runCancel,
  runAccept,
  runDecline,
  runDepart,
  runComplete,
  runAbandon,
  runImport,
  deliveryRecord,
  deliveryCorrect,
  deliveryWithdraw,
  reviewDecide,
  asideTakeIn,
  returnableCreate: returnableMutators.create,
  returnableAmend: returnableMutators.amend,
  returnableClose: returnableMutators.close,
  returnablesCount,
  requirementSet,
  dayRequirementSet,
  cancellationSet,
  itemTraitsSet,
  batchSet,
  vehicleCreate: vehicleMutators.create,
  vehicleAmend: vehicleMutators.amend,
  vehicleClose: vehicleMutators.close,
  vehicleReceive: vehicleMutators.receive,
  availabilitySet,
  runAmend,
  stopsMove,
  sponsorCreate: sponsorMutators.create,
  sponsorAmend: sponsorMutators.amend,
  sponsorClose: sponsorMutators.close,
  sponsorLinkCreate,
  sponsorLinkRevoke,
  pledgeMake,
  pledgeConfirm,
  pledgeClose,
  needRelease: needMutators.create,
  needWithdraw: needMutators.close,
  runLoad,
  noticeCreate: noticeMutators.create,
  noticeAmend: noticeMutators.amend,
  noticeClose: noticeMutators.close,
  requestRaise,
  requestPromise,
  requestSettle,
  shiftTakeOver,
  photoAdd,
  photoRelease,
  photoWithdraw,
} as const;

export type MutationName = keyof typeof mutators;
export type Args<N extends MutationName> = v.InferOutput<(typeof mutators)[N]['args']>;
/** A mutation as a person's tap makes it, before it has a number. */
export type Mutation = { readonly [N in MutationName]: { readonly name: N; readonly args: Args<N> } }[MutationName];

/** True for a name of this version of the program; a newer phone's mutations may have others. */
export function isMutationName(text: string): text is MutationName {
  return Object.hasOwn(mutators, text);
}

/** The mutator of a name whose argument type is not known to the compiler. */
export function mutatorOf(name: MutationName): Mutator<unknown> {
  return mutators[name] as unknown as Mutator<unknown>;
}

/** Reads a mutation's arguments from outside (a screen's fields, a log's bytes); undefined when they are not of its shape. */
export function parseMutation(name: MutationName, args: unknown): Mutation | undefined {
  const parsed = v.safeParse(mutatorOf(name).args, args);
  return parsed.success ? ({ name, args: parsed.output } as Mutation) : undefined;
}
