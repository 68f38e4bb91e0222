import { MAX_NOTICE_MARKS } from '#domain/people.ts';
import type { NoticeBody } from '#domain/notice.ts';
import { noticeMark } from '#protocol/notice-mark.ts';
import type { SyncPorts, Work } from './work.ts';

/** A notice is told to organisers, volunteers and support, under so many numbers from its version on (work.ts). */
const TELLINGS = 3;

/**
 * Marks of the open notices that a device holds: those that stood in its feeds at or before its cursor, which it has given
 * back (SPEC 8.17). What it was only answered proves nothing: the answer may have been lost.
 * @param through how far its feeds are applied; null when that is not believed
 */
export async function heldNotices(
  { transaction }: Pick<Work, 'transaction'>,
  through: number | null,
  ports: Pick<SyncPorts, 'sha256'>,
): Promise<string[]> {
  if (through === null) return [];
  return (await transaction.rowsOfKind('notice'))
    .toSorted((a, b) => b.version - a.version)
    .flatMap(({ id, version, body }) => {
      const isOpen = body !== null && (JSON.parse(body) as NoticeBody).status === 'open';
      return isOpen && version + TELLINGS - 1 <= through ? [noticeMark(ports.sha256, id, body)] : [];
    })
    .slice(0, MAX_NOTICE_MARKS);
}
