import { bytesToHex, isSameBytes } from '#lib/bytes.ts';
import type { Sha256 } from '#lib/ports.ts';
import type { BranchId, DeviceId } from '#domain/scalars.ts';
import type { LogRow, Survey } from '../storage/port.ts';
import { auditHash, type AuditedEntries, readEntriesText } from '../sync/audit.ts';
import { isErased } from '../sync/erased.ts';
import type { Findings } from './findings.ts';

/** What the audit chain says of a device's entries, in the order in which it was said: the last word on an entry counts. */
export type Audited = ReadonlyMap<DeviceId, readonly AuditedEntries[]>;

const PAGE = 1_000;

/** Recomputes a branch's audit chain from its first commit to where the history stands. */
export async function verifyChain(
  survey: Survey,
  branch: BranchId,
  sha256: Sha256,
  findings: Findings,
): Promise<{ readonly audited: Audited; readonly commits: number }> {
  const audited = new Map<DeviceId, AuditedEntries[]>();
  let hash: Uint8Array = new Uint8Array(32);
  let last = { number: 0, mark: '' };
  let commits = 0;
  for (;;) {
    const page = await survey.commits(last.number, PAGE);
    for (const commit of page) {
      const right = auditHash(sha256, hash, { ...commit, branch });
      if (!isSameBytes(right, commit.auditHash)) findings.add('chainBroken', `${branch} commit ${commit.number}`);
      for (const entries of readEntriesText(commit.entries)) {
        audited.set(entries.device, [...(audited.get(entries.device) ?? []), entries]);
      }
      hash = commit.auditHash;
      last = commit;
      commits += 1;
    }
    if (page.length < PAGE) break;
  }
  const history = await survey.history();
  const isEnd = history.number === last.number && history.mark === last.mark && isSameBytes(history.auditHash, hash);
  if (!isEnd) findings.add('historyElsewhere', `${branch} ${history.number}`);
  return { audited, commits };
}

/** Holds a device's log against what the audit chain says of it: the same entries, with the same outcomes. */
export function compareWithAudit(
  log: ReadonlyMap<number, LogRow>,
  said: readonly AuditedEntries[],
  device: DeviceId,
  findings: Findings,
): void {
  const outcomes = new Map<number, string>();
  for (const { from, to, status, code, hash } of said) {
    for (let number = from; number <= to; number += 1) outcomes.set(number, `${status} ${code ?? '-'}`);
    const row = log.get(to);
    if (row !== undefined && !isErased(row) && bytesToHex(row.hash) !== hash)
      findings.add('entryChanged', `${device} ${to}`);
  }
  for (const [number, outcome] of outcomes) {
    const row = log.get(number);
    if (row === undefined) findings.add('entryMissing', `${device} ${number}`);
    else if (!isErased(row) && `${row.status} ${row.code ?? '-'}` !== outcome)
      findings.add('outcomeChanged', `${device} ${number}`);
  }
  for (const number of log.keys()) if (!outcomes.has(number)) findings.add('entryUnnamed', `${device} ${number}`);
}
