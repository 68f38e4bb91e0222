import type { BranchId, DeviceId, RowId } from '#domain/scalars.ts';
import type { Transaction } from '../port.ts';
import type { statements } from './rows.ts';

/** The pictures of a branch's photos, beside its rows: nothing that is read often has to pass over them. */
export function picturesIn(sql: ReturnType<typeof statements>, branch: BranchId) {
  return {
    picture: async (photo) => {
      const row = sql('SELECT * FROM picture WHERE branch = ? AND photo = ?').get(branch, photo);
      if (row === undefined) return undefined;
      return {
        photo,
        device: String(row['device']) as DeviceId,
        bytes: row['bytes'] as Uint8Array,
        isWhole: row['is_whole'] === 1,
        begunAt: Number(row['begun_at']),
      };
    },
    writePicture: async ({ photo, device, bytes, isWhole, begunAt }) => {
      sql('INSERT OR REPLACE INTO picture VALUES (?, ?, ?, ?, ?, ?)').run(
        branch,
        photo,
        device,
        bytes,
        isWhole ? 1 : 0,
        begunAt,
      );
    },
    wholePictures: async (photos) =>
      sql(`SELECT photo FROM picture WHERE branch = ? AND is_whole = 1
        AND photo IN (SELECT value FROM json_each(?)) ORDER BY photo`)
        .all(branch, JSON.stringify(photos))
        .map((row) => String(row['photo']) as RowId),
    pictureCount: async (device, since) => {
      const row = sql(`SELECT count(*) AS kept, count(*) FILTER (WHERE begun_at >= ?) AS recent FROM picture
        WHERE branch = ? AND device = ?`).get(since, branch, device);
      return { kept: Number(row?.['kept']), recent: Number(row?.['recent']) };
    },
    removePictures: async (photos) => {
      for (const photo of photos) sql('DELETE FROM picture WHERE branch = ? AND photo = ?').run(branch, photo);
    },
    removePicturesBefore: async (at) => {
      sql('DELETE FROM picture WHERE branch = ? AND begun_at < ?').run(branch, at);
    },
  } satisfies Partial<Transaction>;
}
