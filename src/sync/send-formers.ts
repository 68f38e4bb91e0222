import type { FormerHolder } from '#store/meta.ts';
import { noteFormer } from '#store/note-former.ts';
import { openFormer } from '#store/former-memory.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { formerHolders } from '#store/queries/former-holders.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import type { SyncPorts } from './engine.ts';
import { syncUntilQuiet } from './sync-until-quiet.ts';

export type FormerPorts = Omit<SyncPorts, 'watch'>;

const LOCK_LIMIT_MS = 30_000;

/** Sends what former holders of this phone had not sent; gives how many of their records still wait. */
export async function sendFormers(store: PhoneStore, ports: FormerPorts): Promise<number> {
  const formers = await formerHolders(store);
  if (formers.length === 0) return 0;
  const sent = await ports.lock('formers', LOCK_LIMIT_MS, async () => {
    let waiting = 0;
    for (const former of formers) waiting += await sendFormer(store, former, ports);
    return waiting;
  });
  return sent.ok ? sent.value : formers.reduce((sum, { unsent }) => sum + unsent, 0);
}

async function sendFormer(store: PhoneStore, { device, unsent }: FormerHolder, ports: FormerPorts): Promise<number> {
  const former = await openFormer(store, device);
  if (former === null) return unsent;
  await syncUntilQuiet(former, ports);
  const left = await unsentCount(former);
  // What the server has, and a backup too or for a month, is forgotten by then: the memory has done its work.
  const isOver = (await former.database.log.count()) === 0 && left.needsYou === 0;
  if (isOver) await former.database.delete();
  else former.database.close();
  await noteFormer(store, device, isOver ? null : { unsent: left.unsent });
  return isOver ? 0 : left.unsent;
}
