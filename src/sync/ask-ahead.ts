import { isSameBytes } from '#lib/bytes.ts';
import type { Sign } from '#lib/ports.ts';
import type { Result } from '#lib/result.ts';
import { sealSegment, type Segment } from '#protocol/segment.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { afterPage } from '#store/apply/after-page.ts';
import type { VerifiedAnswer } from '#store/apply-answer.ts';
import type { Identity } from '#store/identity.ts';
import { offerAt, NOTHING, type Offer, type Piece, readAhead } from '#store/offer.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { asksOwnRows, isSameCursor, type Position } from '#store/position.ts';
import { sha256 } from '#store/sha256.ts';
import type { Asking, AskFailure, Heard } from './ask.ts';

/** A request under way, and its answer. */
export type Sent = { readonly asking: Asking; readonly answer: Promise<Result<Heard, AskFailure>> };

/**
 * The one request that may be sent while the answer before it is being laid, since both take about as long. It says
 * where the phone will stand then; if it does not come to stand there, the answer is not looked at, and what was
 * pushed is offered again: the server has it once (SPEC 8.2).
 */
export type AheadSlot = { sent: Sent | null };

/** The piece of the log after this offer, read and sealed while the server works. */
export type Following = { readonly piece: Piece; readonly segment: Segment | null };
const NOTHING_FOLLOWS: Following = { piece: NOTHING, segment: null };

/** Signs what an offer brings; null when it brings nothing. */
export async function seal(identity: Identity, { slice }: Piece, sign: Sign): Promise<Segment | null> {
  if (slice === null) return null;
  const { organisation, device } = identity;
  return sealSegment({ organisation, device }, { ...slice, entries: [...slice.entries] }, { sha256, sign });
}

/** Reads and seals what comes after the offer that was just sent. */
export async function sealFollowing(
  store: PhoneStore,
  { identity, offer, segment }: Asking,
  batchBytes: number,
  sign: Sign,
): Promise<Following> {
  if (segment === null || !offer.hasMore) return NOTHING_FOLLOWS;
  const first = { number: segment.firstNumber + segment.entries.length, previousHash: segment.headHash };
  try {
    const piece = await readAhead(store, first, batchBytes);
    return { piece, segment: await seal(identity, piece, sign) };
  } catch {
    // Nobody waits for this; a storage that has just gone is told by the round itself, which needs it next.
    return NOTHING_FOLLOWS;
  }
}

/** What to ask next, before this answer is laid; undefined when there is nothing more, or anything out of the ordinary. */
export function askingAhead(
  { identity, offer, segment }: Asking,
  answer: VerifiedAnswer,
  following: Following,
): Asking | undefined {
  if (!answer.body.hasMore && following.segment === null) return undefined;
  const position = foreseen(offer, segment, answer);
  if (position === undefined) return undefined;
  const next = { offer: offerAt(position, offer.asked, following.piece), segment: following.segment };
  return { identity: answer.identity ?? identity, ...next };
}

/** Takes the request that was sent ahead, if the phone has come to stand where it said. */
export function takeAhead(slot: AheadSlot, position: Position): Sent | undefined {
  const { sent } = slot;
  slot.sent = null;
  return sent !== null && isSameStand(sent.asking.offer.position, position) ? sent : undefined;
}

/** Where the phone will stand when it has laid an answer with nothing out of the ordinary in it. */
function foreseen(
  { position }: Offer,
  segment: Segment | null,
  { acknowledgement, body }: VerifiedAnswer,
): Position | undefined {
  const isPlain =
    acknowledgement.epoch === position.epoch &&
    isSameCursor(body.startCursor, position.cursor) &&
    (body.startCursor === null || body.scope === position.scope) &&
    !body.isRevoked &&
    !position.isForked &&
    body.oldestPushVersion <= PROTOCOL_VERSION;
  if (!isPlain) return undefined;
  const after = { ...afterPage(position, body), wantsOwnRows: false };
  if (segment === null) return after;
  const through = segment.firstNumber + segment.entries.length - 1;
  const isTaken = acknowledgement.storedThrough === through && isSameBytes(acknowledgement.headHash, segment.headHash);
  return isTaken ? { ...after, acknowledgedThrough: through, acknowledgedHash: segment.headHash } : undefined;
}

function isSameStand(a: Position, b: Position): boolean {
  return (
    a.epoch === b.epoch &&
    isSameCursor(a.cursor, b.cursor) &&
    a.scope === b.scope &&
    a.acknowledgedThrough === b.acknowledgedThrough &&
    asksOwnRows(a) === asksOwnRows(b) &&
    !b.isForked
  );
}
