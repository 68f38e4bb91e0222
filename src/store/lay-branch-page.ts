import { numberToDay } from '#domain/days.ts';
import { firstToldDay } from '#domain/told-to-coordinators.ts';
import type { Acknowledgement } from '#protocol/acknowledgement.ts';
import type { BranchPage } from '#protocol/branches.ts';
import { CHAIN_START } from '#protocol/chain.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { type AppliedAnswer, applyAnswer } from './apply-answer.ts';
import { rowTable } from './database.ts';
import type { Identity } from './identity.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { PhoneStore } from './phone-store.ts';
import type { Position } from './position.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const KINDS_OF_DAYS = ['run', 'delivery', 'dayRequirement', 'cancellation'] as const;

/** Takes a page of a branch into its memory: as an answer to a phone that has no log, and from which nothing ever goes up. */
export async function layBranchPage(
  memory: PhoneStore,
  page: BranchPage,
  about: { readonly identity: Identity; readonly asked: Position; readonly acknowledgement: Acknowledgement },
): Promise<AppliedAnswer> {
  const { branch, epoch, ...pulled } = page;
  const { database } = memory;
  if ((await readMeta(database, 'identity')) === undefined)
    await writeMeta(database, 'identity', { ...about.identity, branch });
  const nothing = { outcomes: [], credential: null, isRevoked: false, oldestPushVersion: PROTOCOL_VERSION };
  const applied = await applyAnswer(memory, {
    acknowledgement: { ...about.acknowledgement, epoch, storedThrough: 0, headHash: CHAIN_START, backedUpThrough: 0 },
    body: { ...nothing, scope: `coordinators:${branch}`, ...pulled },
    asked: { epoch: about.asked.epoch, cursor: about.asked.cursor, offered: null },
    identity: null,
  });
  if (applied.type === 'applied' && !applied.isAgain) await forgetDays(memory, about.acknowledgement.serverAt);
  return applied;
}

/** Days of which the server would not tell any more have left the phone too. */
async function forgetDays({ database }: PhoneStore, serverAt: number): Promise<void> {
  const first = firstToldDay(numberToDay(Math.floor(serverAt / DAY_MS)));
  const gone = new Set(await database.delivery.where('body.on').below(first).primaryKeys());
  // With its delivery goes what corrects it.
  await database.correction.filter(({ body }) => gone.has(body.delivery)).delete();
  for (const kind of KINDS_OF_DAYS) await rowTable(database, kind).where('body.on').below(first).delete();
}
