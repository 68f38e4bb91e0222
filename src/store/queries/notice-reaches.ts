import type { RowId } from '#domain/scalars.ts';
import { heldMarks, type NoticeReach, noticeReach } from '#domain/views/notice-reach.ts';
import { noticeMark } from '#protocol/notice-mark.ts';
import { rowJson } from '#protocol/row-json.ts';
import { readMeta } from '../meta.ts';
import type { PhoneStore } from '../phone-store.ts';
import { sha256 } from '../sha256.ts';

/** How far each open notice has come, as the server last told; for organisers, who alone hear of phones. */
export async function noticeReaches({ database }: PhoneStore): Promise<ReadonlyMap<RowId, NoticeReach>> {
  const { member, device, contact, notice, meta } = database;
  return database.transaction('r', [member, device, contact, notice, meta], async () => {
    const own = (await readMeta(database, 'identity'))?.device;
    const [members, devices, contacts, notices] = await Promise.all([
      member.toArray(),
      device.toArray(),
      contact.toArray(),
      notice.toArray(),
    ]);
    const held = heldMarks({ members, devices, contacts, own: own as string as RowId });
    const open = notices.filter(({ body }) => body.status === 'open');
    return new Map(
      open.map(({ id, body }) => [id, noticeReach(noticeMark(sha256, id, rowJson('notice', body)), held)]),
    );
  });
}
