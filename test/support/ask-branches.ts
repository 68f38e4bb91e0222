import type { Row } from '#domain/rows.ts';
import type { BranchId, RowId } from '#domain/scalars.ts';
import {
  branchesAnswerSchema,
  branchesBodySchema,
  type BranchesBody,
  type BranchesRequest,
  branchesRequestSchema,
} from '#protocol/branches.ts';
import { fromBytes, toBytes } from '#protocol/canonical.ts';
import type { ProblemCode } from '#protocol/problem.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { nodeRandom } from '#server/auth/node-crypto.ts';
import { assert } from '#lib/assert.ts';
import { readRefusal, signedPost } from './phone-requests.ts';
import type { TestPhone } from './test-phone.ts';
import type { TestServer } from './test-server.ts';
import { toldRows } from './told-rows.ts';

/** What a phone was told of all branches, as it came over the wire. */
export type Told = { readonly body: BranchesBody; readonly text: string };

/** Asks what is new in all branches; a refusal is its code. */
export async function askBranches(
  server: TestServer,
  phone: TestPhone,
  held: BranchesRequest['held'] = [],
  act: BranchesRequest['act'] = null,
): Promise<Told | ProblemCode> {
  const request = { version: PROTOCOL_VERSION, device: phone.device, nonce: nodeRandom.bytes(16), held, act };
  const by = {
    sign: phone.sign,
    keyId: phone.device,
    createdAtSeconds: Math.floor(server.clock.now() / 1000),
    challenge: null,
  };
  const posted = await signedPost(toBytes(branchesRequestSchema, request), by, {}, '/api/branches');
  const response = await server.app().request('/api/branches', posted);
  if (response.status !== 200) return (await readRefusal(response)).code;
  const answer = fromBytes(branchesAnswerSchema, new Uint8Array(await response.arrayBuffer()));
  assert(answer.ok, 'an answer about branches has its shape');
  const body = fromBytes(branchesBodySchema, answer.value.body);
  assert(body.ok, 'so has its body');
  return { body: body.value, text: Buffer.from(answer.value.body).toString('latin1') };
}

/** The rows that it was told of one branch. */
export function rowsTold(
  { body }: Told,
  branch: BranchId,
): readonly (Omit<Row, 'body'> & { readonly body: Row['body'] | null })[] {
  return body.pages
    .filter((page) => page.branch === branch)
    .flatMap(({ page }) =>
      page.flatMap((step) => toldRows(step) as readonly [Row['kind'], RowId, Row['body'] | null][]),
    )
    .map(([kind, id, row]) => ({ kind, id, body: row }));
}
