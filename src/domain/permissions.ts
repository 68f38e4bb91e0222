import type { Standing } from './context.ts';
import type { MutationName } from './mutators.ts';

const organiser = ['organiser'] as const;
const operator = ['operator'] as const;
const organiserOrOperator = ['organiser', 'operator'] as const;
const whoAnswers = ['organiser', 'technicalSupport'] as const;
const driverOrOrganiser = ['driver', 'organiser'] as const;

/** Who may make which mutation. Whose run or delivery it must be is the mutator's own rule. */
const allowed: Readonly<Record<MutationName, readonly Standing[]>> = {
  enrol: ['newcomer', 'waiting', 'driver', 'organiser', 'technicalSupport', 'coordinator'],
  inviteCreate: organiserOrOperator,
  inviteRevoke: organiserOrOperator,
  memberAdd: organiser,
  memberConfirm: organiserOrOperator,
  deviceRevoke: organiserOrOperator,
  branchAmend: organiserOrOperator,
  itemCreate: organiser,
  itemAmend: organiser,
  itemClose: organiser,
  mealWindowCreate: organiser,
  mealWindowAmend: organiser,
  mealWindowClose: organiser,
  kitchenCreate: organiser,
  kitchenAmend: organiser,
  kitchenClose: organiser,
  checkpointCreate: organiser,
  checkpointAmend: organiser,
  checkpointClose: organiser,
  runPlan: organiser,
  runAssign: organiser,
  runCancel: organiser,
  runAccept: driverOrOrganiser,
  runDecline: driverOrOrganiser,
  runDepart: driverOrOrganiser,
  runComplete: driverOrOrganiser,
  runAbandon: driverOrOrganiser,
  runImport: organiser,
  deliveryRecord: driverOrOrganiser,
  deliveryCorrect: driverOrOrganiser,
  deliveryWithdraw: driverOrOrganiser,
  reviewDecide: organiser,
  asideTakeIn: organiser,
  returnableCreate: organiser,
  returnableAmend: organiser,
  returnableClose: organiser,
  returnablesCount: driverOrOrganiser,
  requirementSet: organiser,
  dayRequirementSet: organiser,
  cancellationSet: organiser,
  itemTraitsSet: organiser,
  batchSet: organiser,
  /** The operator's hand is a coordinator's, who lends vehicles and writes notices in other branches. */
  vehicleCreate: organiserOrOperator,
  vehicleAmend: organiserOrOperator,
  vehicleClose: organiserOrOperator,
  vehicleReceive: operator,
  availabilitySet: driverOrOrganiser,
  runAmend: organiser,
  stopsMove: organiser,
  sponsorCreate: organiser,
  sponsorAmend: organiser,
  sponsorClose: organiser,
  sponsorLinkCreate: organiser,
  sponsorLinkRevoke: organiser,
  /** The operator's hand is the sponsor's, by the link: it only offers. */
  pledgeMake: organiserOrOperator,
  pledgeConfirm: organiser,
  pledgeClose: organiser,
  needRelease: organiser,
  needWithdraw: organiser,
  runLoad: organiser,
  noticeCreate: organiserOrOperator,
  noticeAmend: organiser,
  noticeClose: organiser,
  requestRaise: driverOrOrganiser,
  requestPromise: whoAnswers,
  /** A driver takes back only what they asked for themself. */
  requestSettle: ['driver', ...whoAnswers],
  shiftTakeOver: organiser,
  photoAdd: driverOrOrganiser,
  photoRelease: organiser,
  photoWithdraw: driverOrOrganiser,
};

/** May somebody of this standing make this mutation at all? Asked on the phone and on the server. */
export function mayMutate(standing: Standing, mutation: MutationName): boolean {
  return allowed[mutation].includes(standing);
}
