import { type Body, put } from '#domain/rows.ts';
import type { DeviceId } from '#domain/scalars.ts';
import type { RevokedList } from '../revoked-list.ts';
import type { DeviceRecord, Storage } from '../storage/port.ts';
import { followDevices } from './follow-devices.ts';
import { applyPatch } from './project.ts';
import { beginWork, finishWork, NOBODY, type SyncPorts } from './work.ts';

/** A storage that writes a revocation into the list before it commits it: the list may know more than a backup, never less. */
export function listingRevocations(storage: Storage, list: RevokedList): Storage {
  return {
    ...storage,
    transact: (branch, work) =>
      storage.transact(branch, (transaction) =>
        work({
          ...transaction,
          writeDevice: async (record) => {
            if (record.revokedAfter !== null && !list.has(record.device)) list.add(record.device);
            return transaction.writeDevice(record);
          },
        }),
      ),
  };
}

/**
 * Brings the database and the list to the same, before anybody is served: a database that went back revokes again whom the
 * list names (SPEC 10.7), and a list that is new learns of all whom the database names.
 */
export async function enforceRevocations(
  storage: Storage,
  list: RevokedList,
  ports: SyncPorts,
  now: number,
): Promise<void> {
  for (const branch of await storage.branches()) {
    await storage.transact(branch, async (transaction) => {
      const work = await beginWork(transaction, branch, now);
      for (const row of await transaction.rowsOfKind('device')) {
        const body = row.body === null ? undefined : (JSON.parse(row.body) as Body<'device'>);
        const isListed = list.has(row.id as string as DeviceId);
        if (body?.status === 'revoked' && !isListed) list.add(row.id as string as DeviceId);
        if (body?.status !== 'active' || !isListed) continue;
        const patch = put('device', row.id, { ...body, status: 'revoked' });
        await applyPatch(work, patch, NOBODY);
        await followDevices(work, patch);
      }
      await finishWork(work, ports);
    });
  }
}

/** A device as a credential tells of it, unless the list knows better: then all that it brings is kept aside. */
export function unlessRevoked(device: DeviceRecord, list: RevokedList): DeviceRecord {
  return device.revokedAfter === null && list.has(device.device) ? { ...device, revokedAfter: 0 } : device;
}
