import type pg from 'pg';
import type { BranchId, DeviceId, RowId } from '#domain/scalars.ts';
import type { Transaction } from '../port.ts';

type Found = {
  readonly device: DeviceId;
  readonly bytes: Uint8Array;
  readonly is_whole: boolean;
  readonly begun_at: number | string;
};

/** The pictures of a branch's photos, beside its rows: nothing that is read often has to pass over them. */
export function picturesIn(sql: Pick<pg.PoolClient, 'query'>, branch: BranchId) {
  return {
    picture: async (photo) => {
      const text = 'SELECT device, bytes, is_whole, begun_at FROM picture WHERE branch = $1 AND photo = $2';
      const [row] = (await sql.query<Found>(text, [branch, photo])).rows;
      if (row === undefined) return undefined;
      const { device, bytes, is_whole: isWhole, begun_at: begunAt } = row;
      return { photo, device, bytes: new Uint8Array(bytes), isWhole, begunAt: Number(begunAt) };
    },
    writePicture: async ({ photo, device, bytes, isWhole, begunAt }) => {
      await sql.query(
        `INSERT INTO picture VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (branch, photo) DO UPDATE
          SET device = excluded.device, bytes = excluded.bytes, is_whole = excluded.is_whole, begun_at = excluded.begun_at`,
        [branch, photo, device, bytes, isWhole, begunAt],
      );
    },
    wholePictures: async (photos) => {
      const text =
        'SELECT photo FROM picture WHERE branch = $1 AND is_whole AND photo = ANY ($2::text[]) ORDER BY photo';
      return (await sql.query<{ photo: RowId }>(text, [branch, photos])).rows.map(({ photo }) => photo);
    },
    pictureCount: async (device, since) => {
      const text = `SELECT count(*) AS kept, count(*) FILTER (WHERE begun_at >= $3) AS recent FROM picture
        WHERE branch = $1 AND device = $2`;
      const [row] = (await sql.query<{ kept: unknown; recent: unknown }>(text, [branch, device, since])).rows;
      return { kept: Number(row?.kept), recent: Number(row?.recent) };
    },
    removePictures: async (photos) => {
      if (photos.length === 0) return;
      await sql.query('DELETE FROM picture WHERE branch = $1 AND photo = ANY ($2::text[])', [branch, photos]);
    },
    removePicturesBefore: async (at) => {
      await sql.query('DELETE FROM picture WHERE branch = $1 AND begun_at < $2', [branch, at]);
    },
  } satisfies Partial<Transaction>;
}
