import { toBytes, fromBytes } from '#protocol/canonical.ts';
import {
  branchesAnswerSchema,
  branchesBodySchema,
  type BranchesBody,
  type BranchesRequest,
  branchesRequestSchema,
} from '#protocol/branches.ts';
import type { BranchesAct } from '#domain/branches-act.ts';
import type { Acknowledgement } from '#protocol/acknowledgement.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import type { BranchId } from '#domain/scalars.ts';
import { branchesHeld, branchMemory, dropBranches, keepBranches } from '#store/branch-memories.ts';
import { storedKeys } from '#store/enrolment.ts';
import type { Identity } from '#store/identity.ts';
import { layBranchPage } from '#store/lay-branch-page.ts';
import { readPosition } from '#store/meta.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { FIRST_POSITION, type Position } from '#store/position.ts';
import { sha256 } from '#store/sha256.ts';
import { type AskFailure, failed, type RoundPorts } from './ask.ts';
import { believeBody } from './believe-body.ts';
import { gzip } from './gzip.ts';
import { signedPost } from './signed-post.ts';
import { signWith } from './web-crypto.ts';

const BRANCHES_PATH = '/api/branches';
const NONCE_BYTES = 16;

/** `refused`: why what was asked for was not done. */
export type BranchesRead =
  | { readonly type: 'done'; readonly isMore: boolean; readonly refused: BranchesBody['refused'] }
  | AskFailure;
const DONE: BranchesRead = { type: 'done', isMore: false, refused: null };

/**
 * Reads on in all branches, when this phone is a coordinator's (SPEC 14); lets go of them when it no longer is.
 * @param act what shall be done in them first
 */
export async function readBranches(
  store: PhoneStore,
  ports: RoundPorts,
  act: BranchesAct | null = null,
): Promise<BranchesRead> {
  const [identity, keys] = await Promise.all([store.identity(), storedKeys(store)]);
  if (identity === null || keys === null || identity.role !== 'coordinator' || identity.isRevoked) {
    await dropBranches(store);
    return DONE;
  }
  const asked = await positions(store);
  const nonce = ports.random.bytes(NONCE_BYTES);
  const held = [...asked].map(([branch, { epoch, cursor }]) => ({ branch, epoch, cursor }));
  const request: BranchesRequest = { version: PROTOCOL_VERSION, device: identity.device, nonce, held, act };
  const signer = { device: identity.device, sign: signWith(keys.sign.privateKey), sha256, clock: ports.clock };
  const body = await gzip(toBytes(branchesRequestSchema, request));
  const answer = await signedPost(BRANCHES_PATH, body, signer, ports.network);
  if (!answer.ok) return failed(answer.error);
  const believed = await believe(answer.value, identity, nonce);
  if (believed === undefined) return { type: 'failed', trouble: 'notOurServer', retryAfterMs: null };
  await keepBranches(store, believed.body.branches);
  return lay(store, { ...believed, identity, asked });
}

async function positions(store: PhoneStore): Promise<ReadonlyMap<BranchId, Position>> {
  const found = new Map<BranchId, Position>();
  for (const branch of await branchesHeld(store)) {
    const memory = await branchMemory(store, branch);
    if (memory !== null) found.set(branch, await readPosition(memory.database));
  }
  return found;
}

type Believed = { readonly acknowledgement: Acknowledgement; readonly body: BranchesBody };

async function believe(bytes: Uint8Array, identity: Identity, nonce: Uint8Array): Promise<Believed | undefined> {
  const answer = fromBytes(branchesAnswerSchema, bytes);
  if (!answer.ok) return undefined;
  const acknowledgement = await believeBody(answer.value, { device: identity.device, nonce, identity });
  const body = fromBytes(branchesBodySchema, answer.value.body);
  return acknowledgement !== null && body.ok ? { acknowledgement, body: body.value } : undefined;
}

type Laying = Believed & { readonly identity: Identity; readonly asked: ReadonlyMap<BranchId, Position> };

async function lay(store: PhoneStore, { body, identity, asked, acknowledgement }: Laying): Promise<BranchesRead> {
  let areOpen = true;
  for (const page of body.pages) {
    const memory = await branchMemory(store, page.branch);
    if (memory === null) {
      areOpen = false;
      continue;
    }
    const about = { identity, acknowledgement, asked: asked.get(page.branch) ?? FIRST_POSITION };
    const applied = await layBranchPage(memory, page, about);
    if (applied.type === 'tooNew') return { type: 'failed', trouble: 'tooOld', retryAfterMs: null };
  }
  // What does not open now would not open at once either: the next attempt is after a while.
  return areOpen
    ? { type: 'done', isMore: body.hasMore, refused: body.refused }
    : { type: 'failed', trouble: 'storageLost', retryAfterMs: null };
}
