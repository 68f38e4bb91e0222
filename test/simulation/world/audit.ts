import { isSameBytes } from '#lib/bytes.ts';
import { type Kind, parseBody, type Patch, type Row, rowKeyText } from '#domain/rows.ts';
import { runMutation } from '#domain/run-mutation.ts';
import { isMutationName, parseMutation, mutatorOf } from '#domain/mutators.ts';
import type { BranchId } from '#domain/scalars.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { bytesToEntry } from '#protocol/entry.ts';
import { rowJson } from '#protocol/row-json.ts';
import type { LogRow, StateRow } from '#server/storage/port.ts';
import { auditHash, entriesText, rowsHash } from '#server/sync/audit.ts';
import { sha256 } from '#test/support/crypto.ts';

import { handsOf } from './hands.ts';
import type { Commit, Ledger } from './ledger.ts';
import { overwritten } from './overwritten.ts';
import { isServersOwnChange } from './servers-own.ts';

/**
 * Looks at one commit: each entry takes effect at most once (2), nothing changes but by what the rules allow, and all of
 * it is in the chain of the audit (6). The rules are the domain's own; that they were asked at all is what is checked.
 */
export function auditCommit(ledger: Ledger, branch: BranchId, commit: Commit): void {
  expectOnce(ledger, commit);
  const changed = replay(ledger, branch, commit);
  expectRows(ledger, commit, changed);
  expectChain(ledger, branch, commit);
  for (const row of commit.log) ledger.log.set(`${row.device} ${row.number}`, row);
}

function expectOnce({ log, story }: Ledger, commit: Commit): void {
  for (const row of commit.log) {
    const before = log.get(`${row.device} ${row.number}`);
    if (before === undefined) continue;
    const isAgain = before.status === 'deferred' && isSameBytes(before.entry, row.entry);
    if (!isAgain) story.violate(2, `entry ${row.number} was taken a second time, now ${row.status}`);
  }
}

/** Runs what was applied over the rows as they were; gives the keys of what must have changed. */
function replay(ledger: Ledger, branch: BranchId, commit: Commit): ReadonlySet<string> {
  const changed = new Set<string>();
  let waiting: readonly LogRow[] = commit.log.filter((row) => row.status === 'applied');
  const before = new Map(ledger.rows);
  // What was deferred in the same commit stands in the log where it came, and was applied later: so again, while that helps.
  while (waiting.length > 0) {
    const refused = waiting.filter((row) => {
      const patches = runEntry(ledger, before, branch, commit, row);
      for (const patch of patches ?? []) {
        applyPatch(ledger, patch);
        changed.add(rowKeyText(patch));
      }
      return patches === undefined;
    });
    if (refused.length === waiting.length) {
      const [first] = refused;
      ledger.story.violate(6, `entry ${first?.number} took effect, and the rules refuse it`);
      return changed;
    }
    waiting = refused;
  }
  if (changed.size > 0) ledger.feeds = null;
  return changed;
}

/** What an entry does by the rules; undefined when they refuse it. */
function runEntry(
  ledger: Ledger,
  before: ReadonlyMap<string, Row>,
  branch: BranchId,
  commit: Commit,
  row: LogRow,
): readonly Patch[] | undefined {
  const entry = bytesToEntry(row.entry);
  if (!entry.ok || entry.value.branch !== branch || !isMutationName(entry.value.name)) return undefined;
  const { name, number, claimedAt } = entry.value;
  const args = fromBytes(mutatorOf(name).args, entry.value.args);
  const mutation = args.ok ? parseMutation(name, args.value) : undefined;
  if (!args.ok || mutation === undefined) return undefined;
  const hands = handsOf({ device: row.device, name, number }, [before, ledger.rows], commit, ledger);
  for (const hand of hands) {
    const context = { ...hand, branch, device: row.device, mutationNumber: number, claimedAt };
    const { outcome } = runMutation(name, args.value, context, (key) => {
      const found = ledger.rows.get(rowKeyText(key));
      return found === undefined ? { state: 'absent' } : { state: 'present', body: found.body };
    });
    if (!outcome.ok) continue;
    const lost = overwritten(mutation, ledger.rows, outcome.value);
    if (lost !== undefined) ledger.story.violate(8, `entry ${number}: ${lost}`);
    return outcome.value;
  }
  return undefined;
}

function applyPatch({ rows, ever }: Ledger, patch: Patch): void {
  if (patch.op === 'remove') {
    rows.delete(rowKeyText(patch));
    return;
  }
  rows.set(rowKeyText(patch), { kind: patch.kind, id: patch.id, body: patch.body } as Row);
  if (patch.kind === 'member' && patch.body.status === 'active') ever.confirmed.add(patch.id);
}

/** What was stored is what the entries give, or what the server does of its own; the ledger follows the latter. */
function expectRows(ledger: Ledger, commit: Commit, changed: ReadonlySet<string>): void {
  const stored = new Map(commit.rows.map((row) => [rowKeyText(row), row]));
  for (const text of changed) {
    if (!stored.has(text)) ledger.story.violate(6, `an entry that was applied did not change ${text}`);
  }
  for (const [text, row] of stored) {
    const mine = ledger.rows.get(text);
    if ((mine === undefined ? null : rowJson(mine.kind, mine.body)) === row.body) continue;
    const now = rowOf(row);
    if (!isServersOwnChange(mine, now, ledger.ever)) {
      ledger.story.violate(6, `${text} changed, and no entry that was allowed says so`);
      return;
    }
    ledger.feeds = null;
    if (now === undefined) ledger.rows.delete(text);
    else ledger.rows.set(text, now);
    if (now?.kind === 'delivery' && now.body.member === null) ledger.ever.forgotten.add(now.id);
  }
}

function rowOf({ kind, id, body }: StateRow): Row | undefined {
  const parsed = body === null ? undefined : parseBody(kind, JSON.parse(body));
  return parsed === undefined ? undefined : ({ kind: kind satisfies Kind, id, body: parsed } as Row);
}

/** The chain is over what was written, all of it. */
function expectChain(ledger: Ledger, branch: BranchId, { row, log, rows }: Commit): void {
  if (row === null) {
    if (log.length + rows.length > 0) ledger.story.violate(6, 'something changed without an audit entry');
    return;
  }
  const { number, at } = row;
  const audited = { branch, number, at, entries: entriesText(log), rowsHash: rowsHash(sha256, rows) };
  ledger.auditHash = auditHash(sha256, ledger.auditHash, audited);
  if (!isSameBytes(ledger.auditHash, row.auditHash)) ledger.story.violate(6, 'the audit chain is broken');
}
