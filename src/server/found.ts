import { bytesToBase32 } from '#lib/base32.ts';
import { assert } from '#lib/assert.ts';
import type { Clock, Random } from '#lib/ports.ts';
import type { BranchId } from '#domain/scalars.ts';
import { newServerKey } from './auth/node-crypto.ts';
import { newBranchId, writeBranch } from './open-branch.ts';
import type { Storage } from './storage/port.ts';
import { beginEpoch } from './sync/epoch.ts';

/** Who this server is. Kept in the database, so that a backup carries it: a server that lost its key is another server. */
export type Founding = {
  readonly organisation: string;
  /** The first one: it is there from the beginning, and others may be opened beside it. */
  readonly branch: BranchId;
  /** PKCS 8, PEM. */
  readonly serverKey: string;
  readonly publicKey: Uint8Array;
};

const ID_BYTES = 10;
/** Kazakhstan has had one time since March 2024; the first organiser can change it. */
export const FIRST_OFFSET_MINUTES = 300;

/** Reads who this server is, or makes it up on its first start. */
export async function found(
  storage: Storage,
  ports: { readonly random: Random; readonly clock: Clock },
): Promise<Omit<Founding, 'publicKey'>> {
  const known = await read((name) => storage.setting(name));
  if (known !== undefined) return known;
  const fresh = {
    organisation: bytesToBase32(ports.random.bytes(ID_BYTES)),
    branch: newBranchId(ports.random),
    serverKey: newServerKey(),
  };
  return storage.transact(fresh.branch, async (transaction) => {
    // Whoever names the branch first founds; a process that started at the same moment waits here, and joins it.
    const branch = await transaction.changeSetting('branch', (value) => value ?? fresh.branch);
    const first = await read((name) => transaction.setting(name));
    if (branch !== fresh.branch) {
      assert(first !== undefined, 'what is founded is founded in one transaction');
      return first;
    }
    for (const name of ['organisation', 'serverKey'] as const) {
      await transaction.changeSetting(name, () => fresh[name]);
    }
    await beginEpoch(transaction, ports.random);
    const body = { name: '', utcOffsetMinutes: FIRST_OFFSET_MINUTES };
    await writeBranch(transaction, fresh.branch, { body, random: ports.random, now: ports.clock.now() });
    return fresh;
  });
}

async function read(
  setting: (name: string) => Promise<string | undefined>,
): Promise<Omit<Founding, 'publicKey'> | undefined> {
  const [organisation, branch, serverKey] = [
    await setting('organisation'),
    await setting('branch'),
    await setting('serverKey'),
  ];
  if (organisation === undefined || branch === undefined || serverKey === undefined) return undefined;
  return { organisation, branch: branch as BranchId, serverKey };
}
