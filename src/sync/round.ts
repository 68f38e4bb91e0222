import type { Sign } from '#lib/ports.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { applyAnswer, type VerifiedAnswer } from '#store/apply-answer.ts';
import { storedKeys } from '#store/enrolment.ts';
import { forget } from '#store/forget.ts';
import type { Identity } from '#store/identity.ts';
import { readPosition } from '#store/meta.ts';
import { type Offer, readOffer } from '#store/offer.ts';
import { type OwnLog, readOwnLog } from '#store/own-log.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { type AheadSlot, askingAhead, seal, sealFollowing, type Sent, takeAhead } from './ask-ahead.ts';
import { ask, type AskFailure, type Heard, type RoundPorts } from './ask.ts';
import { grownBatch } from './next-step.ts';
import type { Trouble } from './sync-state.ts';
import { digest, signWith } from './web-crypto.ts';

export type { RoundPorts } from './ask.ts';

export type RoundResult =
  | { readonly type: 'done'; readonly isMore: boolean }
  | AskFailure
  /** Not enrolled: there is nobody to speak for. */
  | { readonly type: 'nobody' };

/**
 * One round trip: what is new goes up, what became of it and what is new there comes down (SPEC 6 to 8).
 *
 *     request -> server works            -> answer -> laid here
 *                 next piece sealed here      `-----> next request -> server works ...
 *
 * @param slot where the next request waits that is sent before this round's answer is laid; null: none is
 */
export async function performRound(
  store: PhoneStore,
  batchBytes: number,
  ports: RoundPorts,
  slot: AheadSlot | null = null,
): Promise<RoundResult> {
  const [identity, keys, sent, offer] = await Promise.all([
    store.identity(),
    storedKeys(store),
    sentAhead(store, slot),
    slot?.sent ? null : readOffer(store, batchBytes),
  ]);
  if (identity === null || keys === null) return { type: 'nobody' };
  const sign = signWith(keys.sign.privateKey);
  const send = async () => sendOffer({ identity, sign }, offer ?? (await readOffer(store, batchBytes)), ports);
  const { asking, answer } = sent ?? (await send());
  const following = slot === null ? null : sealFollowing(store, asking, grownBatch(batchBytes), sign);
  // First what the server waits for next, then what only this phone does.
  const reading = Promise.resolve(following).then(() => readOwnLog(store, asking.offer, digest));
  const answered = await answer;
  if (!answered.ok) return answered.error;
  if (slot !== null && following !== null) {
    const next = askingAhead(asking, answered.value, await following);
    slot.sent = next === undefined ? null : { asking: next, answer: ask(next, sign, ports) };
  }
  return take(store, answered.value, asking.offer, await reading);
}

type Speaker = { readonly identity: Identity; readonly sign: Sign };

async function sendOffer({ identity, sign }: Speaker, offer: Offer, ports: RoundPorts): Promise<Sent> {
  const asking = { identity, offer, segment: await seal(identity, offer, sign) };
  return { asking, answer: ask(asking, sign, ports) };
}

async function sentAhead({ database }: PhoneStore, slot: AheadSlot | null): Promise<Sent | undefined> {
  return slot?.sent ? takeAhead(slot, await readPosition(database)) : undefined;
}

async function take(store: PhoneStore, answer: Heard, offer: Offer, ownLog: OwnLog | null): Promise<RoundResult> {
  const applied = await applyAnswer(store, answer, ownLog, answer.steps);
  switch (applied.type) {
    case 'applied': {
      // It hears and cannot speak: a person must know, round after round.
      const trouble = mutenessOf(answer, offer);
      if (trouble !== undefined) return { type: 'failed', trouble, retryAfterMs: null };
      const isMore = applied.isAgain || offer.hasMore;
      if (!isMore) await forget(store);
      return { type: 'done', isMore };
    }
    case 'stale':
      return { type: 'done', isMore: false };
    case 'forked':
    case 'revoked':
      return { type: 'failed', trouble: applied.type, retryAfterMs: null };
    case 'tooNew':
      return { type: 'failed', trouble: 'tooOld', retryAfterMs: null };
  }
}

function mutenessOf({ body }: VerifiedAnswer, { position }: Offer): Trouble | undefined {
  if (position.isForked) return 'forked';
  return body.oldestPushVersion > PROTOCOL_VERSION ? 'tooOld' : undefined;
}
