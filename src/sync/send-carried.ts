import { fromBytes, toBytes } from '#protocol/canonical.ts';
import { carriedBodySchema, carryAnswerSchema, carryRequestSchema } from '#protocol/carry.ts';
import { segmentFileSchema } from '#protocol/segment-file.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { carriedFiles, noteOutcome } from '#store/carried.ts';
import type { CarriedFile, CarriedOutcome } from '#store/records.ts';
import type { Identity } from '#store/identity.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import type { RoundPorts } from './ask.ts';
import { believeBody } from './believe-body.ts';
import { gzip } from './gzip.ts';
import { post } from './post.ts';

const NONCE_BYTES = 16;
/** Refusals that say nothing of the file: it is tried again. */
const NOT_NOW: ReadonlySet<string> = new Set(['busy', 'tooManyRequests', 'fault', 'unsupportedVersion']);

/** Sends on the files of other phones that lie here; gives how many still wait. */
export async function sendCarried(store: PhoneStore, ports: RoundPorts): Promise<number> {
  const identity = await store.identity();
  const waiting = (await carriedFiles(store)).filter(({ outcome }) => outcome === null).toReversed();
  if (identity === null) return waiting.length;
  let left = waiting.length;
  for (const file of waiting) {
    const outcome = await bring(file, identity, ports);
    // No answer that is the server's: the others would have none either.
    if (outcome === null) return left;
    await noteOutcome(store, file.id, outcome);
    left -= 1;
  }
  return left;
}

async function bring(carried: CarriedFile, identity: Identity, ports: RoundPorts): Promise<CarriedOutcome | null> {
  const file = fromBytes(segmentFileSchema, carried.bytes);
  if (!file.ok) return { type: 'refused', code: 'malformed' };
  const nonce = ports.random.bytes(NONCE_BYTES);
  const body = await gzip(toBytes(carryRequestSchema, { version: PROTOCOL_VERSION, nonce, file: file.value }));
  const answer = await post('/api/carry', body, { 'content-encoding': 'gzip' }, ports.network);
  if (answer.ok) return believe(answer.value, { carried, identity, nonce });
  if (answer.error.code !== 'problem' || NOT_NOW.has(answer.error.problem.code)) return null;
  return { type: 'refused', code: answer.error.problem.code };
}

type Brought = { readonly carried: CarriedFile; readonly identity: Identity; readonly nonce: Uint8Array };

/** The outcome, if all of the answer is the enrolled server's, for this very request (SPEC 12.3). */
async function believe(bytes: Uint8Array, { carried, identity, nonce }: Brought): Promise<CarriedOutcome | null> {
  const answer = fromBytes(carryAnswerSchema, bytes);
  if (!answer.ok) return null;
  const said = await believeBody(answer.value, { device: carried.device, nonce, identity });
  if (said === null) return null;
  const outcomes = fromBytes(carriedBodySchema, answer.value.body);
  if (!outcomes.ok) return null;
  const odd = outcomes.value.outcomes.filter(({ status }) => status !== 'applied');
  return {
    type: 'stored',
    at: said.serverAt,
    oddCount: odd.reduce((sum, { from, to }) => sum + to - from + 1, 0),
  };
}
