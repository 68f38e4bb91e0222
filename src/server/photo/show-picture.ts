import type { Result } from '#lib/result.ts';
import { err, ok } from '#lib/result.ts';
import type { Body } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import type { DeviceRecord, Storage, Transaction } from '../storage/port.ts';

/** A photo's picture, for a confirmed organiser of its branch and for nobody else (SPEC 13.5). */
export async function showPicture(
  storage: Storage,
  photo: RowId,
  { branch, standing, revokedAfter }: DeviceRecord,
): Promise<Result<Uint8Array, 'notFound'>> {
  if (standing !== 'organiser' || revokedAfter !== null) return err('notFound');
  return storage.transact(branch, async (transaction) => wholePicture(transaction, photo));
}

/** All of a picture that nobody has taken away. */
export async function wholePicture(transaction: Transaction, photo: RowId): Promise<Result<Uint8Array, 'notFound'>> {
  const [row] = await transaction.rows([{ kind: 'photo', id: photo }]);
  const text = row?.body ?? null;
  const body = text === null ? null : (JSON.parse(text) as Body<'photo'>);
  if (body === null || body.status === 'withdrawn') return err('notFound');
  const picture = await transaction.picture(photo);
  return picture?.isWhole === true ? ok(picture.bytes) : err('notFound');
}
