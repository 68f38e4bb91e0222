import type { DeviceId } from '#domain/scalars.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { PhoneStore } from './phone-store.ts';

/** Notes how much of a former holder's is unsent; with nothing left to keep, their name goes from this phone too. */
export async function noteFormer(
  { database }: PhoneStore,
  device: DeviceId,
  kept: { readonly unsent: number } | null,
): Promise<void> {
  await database.transaction('rw', [database.meta], async () => {
    const formers = (await readMeta(database, 'formers')) ?? [];
    const others = formers.flatMap((former) =>
      former.device !== device ? [former] : kept === null ? [] : [{ ...former, ...kept }],
    );
    await writeMeta(database, 'formers', others);
  });
}
