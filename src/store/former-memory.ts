import type { DeviceId } from '#domain/scalars.ts';
import { exportUnsent } from './export-unsent.ts';
import { readMeta } from './meta.ts';
import { openPhoneStore, type PhoneStore } from './phone-store.ts';

/** Opens the memory of a former holder; null when the browser does not. */
export async function openFormer({ ports }: PhoneStore, device: DeviceId): Promise<PhoneStore | null> {
  const opened = await openPhoneStore({ ...ports, name: `${ports.name}-former-${device}` });
  return opened.ok ? opened.value : null;
}

/** What a former holder has not sent, as a signed file; null when there is nothing. */
export async function exportFormer(store: PhoneStore, device: DeviceId): Promise<Uint8Array | null> {
  const former = await openFormer(store, device);
  if (former === null) throw new Error('The memory of a former holder did not open');
  try {
    return await exportUnsent(former);
  } finally {
    former.database.close();
  }
}

/** Takes the memories of all former holders off this phone. */
export async function eraseFormers(store: PhoneStore): Promise<void> {
  for (const { device } of (await readMeta(store.database, 'formers')) ?? []) {
    await (await openFormer(store, device))?.database.delete();
  }
}
