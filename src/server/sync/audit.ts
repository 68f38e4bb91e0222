import { bytesToHex, concatBytes } from '#lib/bytes.ts';
import type { Sha256 } from '#lib/ports.ts';
import type { BranchId, DeviceId } from '#domain/scalars.ts';
import type { CommitRow, LogRow, StateRow } from '../storage/port.ts';

/** What became of the entries `from` to `to` of a device in one commit, and the log's hash at the last of them. */
export type AuditedEntries = Pick<LogRow, 'status' | 'code'> & {
  readonly device: DeviceId;
  readonly from: number;
  readonly to: number;
  readonly hash: string;
};

/** A commit in the audit chain: all that its hash is over, besides the hash before it. */
export type AuditedCommit = Pick<CommitRow, 'number' | 'at' | 'entries' | 'rowsHash'> & { readonly branch: BranchId };

/** The next hash of a branch's audit chain: no commit can be changed, added or left out without those behind it changing. */
export function auditHash(sha256: Sha256, before: Uint8Array, commit: AuditedCommit): Uint8Array {
  const text = `${commit.branch} ${commit.number} ${commit.at}\n${commit.entries}`;
  return sha256(concatBytes(before, sha256(utf8(text)), commit.rowsHash));
}

/** What a commit says of entries: one line for each stretch that fared alike. */
export function entriesText(log: readonly LogRow[]): string {
  const lines: string[] = [];
  let first: LogRow | undefined;
  for (const [index, row] of log.entries()) {
    first ??= row;
    const next = log[index + 1];
    const goesOn = next?.device === row.device && next.number === row.number + 1;
    if (goesOn && next.status === row.status && next.code === row.code) continue;
    lines.push(`${row.device} ${first.number} ${row.number} ${row.status} ${row.code ?? '-'} ${bytesToHex(row.hash)}`);
    first = undefined;
  }
  return lines.join('\n');
}

/** Reads what `entriesText` wrote. */
export function readEntriesText(text: string): readonly AuditedEntries[] {
  if (text === '') return [];
  return text.split('\n').map((line) => {
    const [device, from, to, status, code, hash] = line.split(' ');
    return {
      device,
      from: Number(from),
      to: Number(to),
      status,
      code: code === '-' ? null : code,
      hash,
    } as AuditedEntries;
  });
}

/** What a commit says of rows: of all that it wrote, together. */
export function rowsHash(sha256: Sha256, rows: Iterable<StateRow>): Uint8Array {
  const lines: string[] = [];
  for (const row of rows) lines.push(`${row.kind} ${row.id} ${row.version} ${row.body ?? '-'}`);
  return sha256(utf8(lines.join('\n')));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
