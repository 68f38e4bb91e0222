import type { BranchId } from '#domain/scalars.ts';
import type { PictureRow, Transaction } from '#server/storage/port.ts';

export type InBranch<R> = { readonly branch: BranchId; readonly row: R };
/** Writes, and remembers how to unwrite. */
export type Write = <K, V>(table: Map<K, V>, key: K, value: V | undefined) => void;

/** A branch's pictures in a map. */
export function picturesIn(table: Map<string, InBranch<PictureRow>>, branch: BranchId, write: Write) {
  const own = () => [...table.values()].filter((held) => held.branch === branch).map(({ row }) => row);
  const remove = (pictures: readonly PictureRow[]) => {
    for (const { photo } of pictures) write(table, `${branch} ${photo}`, undefined);
  };
  return {
    picture: async (photo) => table.get(`${branch} ${photo}`)?.row,
    writePicture: async (row) => write(table, `${branch} ${row.photo}`, { branch, row }),
    wholePictures: async (photos) =>
      own()
        .filter(({ photo, isWhole }) => isWhole && photos.includes(photo))
        .map(({ photo }) => photo)
        .toSorted(),
    pictureCount: async (device, since) => {
      const kept = own().filter((row) => row.device === device);
      return { kept: kept.length, recent: kept.filter(({ begunAt }) => begunAt >= since).length };
    },
    removePictures: async (photos) => remove(own().filter(({ photo }) => photos.includes(photo))),
    removePicturesBefore: async (at) => remove(own().filter(({ begunAt }) => begunAt < at)),
  } satisfies Partial<Transaction>;
}
