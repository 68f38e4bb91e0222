import { assert } from '#lib/assert.ts';
import { type Audience, audiencesOf } from '#domain/audiences.ts';
import type { Standing } from '#domain/context.ts';
import type { Kind } from '#domain/rows.ts';
import type { DeviceId, RowId } from '#domain/scalars.ts';
import { acknowledgementSchema } from '#protocol/acknowledgement.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { rowJson } from '#protocol/row-json.ts';
import { answerBodySchema, syncAnswerSchema } from '#protocol/sync-answer.ts';
import { heldBy } from '#test/support/fresh-feeds.ts';
import { toldRows } from '#test/support/told-rows.ts';

import { feedsNow, type Ledger, ledgerOf, type Ledgers } from './ledger.ts';

type Told = readonly [Kind, RowId, unknown];

/**
 * Reads an answer on its way out: every row in it is what the rows as they stand show to this device's member (4), and the
 * acknowledgement names an epoch of this server (5).
 */
export function expectInScope(bytes: Uint8Array, init: RequestInit, ledgers: Ledgers): void {
  const { story, ever } = ledgers;
  const answer = fromBytes(syncAnswerSchema, bytes);
  const said = answer.ok ? fromBytes(acknowledgementSchema, answer.value.acknowledgement.statement) : answer;
  const body = answer.ok ? fromBytes(answerBodySchema, answer.value.body) : answer;
  assert(said.ok && body.ok, 'the server answers in its own shapes');
  const device = deviceOf(init);
  const { epoch, storedThrough } = said.value;
  // Whatever is acknowledged is durable at this moment, and not only soon.
  if (storedThrough > 0 && !ledgers.log.has(`${device} ${storedThrough}`))
    story.violate(1, `entry ${storedThrough} is acknowledged, and was never committed`);
  const name = `${device} ${epoch}`;
  ever.acknowledged.set(name, Math.max(storedThrough, ever.acknowledged.get(name) ?? 0));
  const told = body.value.page.flatMap((step) => toldRows(step) as readonly Told[]);
  if (told.length === 0) return;
  const branch = ledgers.devices.get(device)?.branch;
  assert(branch !== undefined, 'whoever is answered is known');
  const ledger = ledgerOf(ledgers, branch);
  const audiences = audiencesNow(ledger, device);
  const held = heldBy(feedsNow(ledger, branch), audiences);
  for (const [kind, id, row] of told) {
    const text = `${kind}/${id}`;
    if (row === null) {
      // An organiser may know of any row; nobody else of one that was gone again before it was ever told.
      const wasTold = audiences.some(
        (audience) => audience.startsWith('organisers:') || ever.told.has(`${audience} ${text}`),
      );
      if (!wasTold) story.violate(4, `the departure of ${text} was told to one who never saw it`);
      continue;
    }
    const mine = held.get(text);
    const isMine = mine !== undefined && rowJson(mine.kind, mine.body) === JSON.stringify(row);
    if (!isMine) story.violate(4, `${text} was told to one who may not see it, or not like this`);
  }
}

/** The device that signed a request. */
export function deviceOf(init: RequestInit): DeviceId {
  const [, device] = /keyid="([0-9a-z]{16})"/.exec(new Headers(init.headers).get('signature-input') ?? '') ?? [];
  return device as DeviceId;
}

/** Whose eyes a device's are, by the rows alone; nobody's when it was revoked. */
export function audiencesNow(ledger: Ledger, device: DeviceId): readonly Audience[] {
  const row = ledger.rows.get(`device/${device}`);
  const record = ledger.devices.get(device);
  if (record === undefined || (row?.kind === 'device' && row.body.status === 'revoked')) return [];
  const id = row?.kind === 'device' ? row.body.member : record.member;
  const member = ledger.rows.get(`member/${id}`);
  const standing: Standing =
    member?.kind !== 'member' ? record.standing : member.body.status === 'waiting' ? 'waiting' : member.body.role;
  return audiencesOf(record.branch, id, standing);
}
