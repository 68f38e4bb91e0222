import { originOfRow } from '#domain/context.ts';
import { erasePerson, type Person, personalKinds } from '#domain/erasure.ts';
import { type Body, put, type Row } from '#domain/rows.ts';
import type { BranchId, DeviceId, RowId } from '#domain/scalars.ts';
import type { ErasedList, Erasure } from '../erased-list.ts';
import type { DeviceRecord, LogRow, Storage, Transaction } from '../storage/port.ts';
import { erasedEntry } from './erased.ts';
import { followDevices } from './follow-devices.ts';
import { inviteIn, noteErased } from './names-erased.ts';
import { applyPatch } from './project.ts';
import { beginWork, finishWork, NOBODY, type SyncPorts } from './work.ts';

const settingOf = (device: DeviceId): string => `erasedThrough ${device}`;

/** How far the log of a device is erased: what it offers again of that is taken by nobody. */
export async function erasedThrough(transaction: Transaction, device: DeviceId): Promise<number> {
  return Number((await transaction.setting(settingOf(device))) ?? 0);
}

/**
 * Erases a person: their rows, the bodies of all that their phones wrote, and the entries of others that name them. Their
 * phones are out. Counts, sums, numbers and the signed heads of their logs stay. False when there is no such member.
 */
export async function erase(
  storage: Storage,
  ports: SyncPorts,
  list: ErasedList,
  asked: { readonly branch: BranchId; readonly member: RowId; readonly now: number },
): Promise<boolean> {
  const { branch, member, now } = asked;
  return storage.transact(branch, async (transaction) => {
    const [row] = await transaction.rows([{ kind: 'member', id: member }]);
    if ((row?.body ?? null) === null) return false;
    const through = new Map<DeviceId, number>();
    for (const { device } of await transaction.devicesOf(member)) {
      const log = await transaction.log(device, 1, Number.MAX_SAFE_INTEGER);
      through.set(device, log.at(-1)?.number ?? 0);
    }
    const erasure = { branch, member, through };
    list.add(erasure);
    await noteErased(transaction, member);
    await eraseAll(transaction, ports, erasure, now);
    return true;
  });
}

/** Erases again whom a database that went back still knows, before anybody is served (SPEC 10.8). */
export async function enforceErasures(
  storage: Storage,
  list: ErasedList,
  ports: SyncPorts,
  now: number,
): Promise<void> {
  for (const erasure of list.all()) {
    await storage.transact(erasure.branch, async (transaction) => {
      await noteErased(transaction, erasure.member);
      if (await isThereAgain(transaction, erasure)) await eraseAll(transaction, ports, erasure, now);
    });
  }
}

async function isThereAgain(transaction: Transaction, { member, through }: Erasure): Promise<boolean> {
  const [row] = await transaction.rows([{ kind: 'member', id: member }]);
  if (row !== undefined && row.body !== null) return true;
  for (const [device, last] of through) if ((await erasedThrough(transaction, device)) < last) return true;
  return false;
}

async function eraseAll(
  transaction: Transaction,
  ports: SyncPorts,
  { branch, member, through }: Erasure,
  now: number,
): Promise<void> {
  const records = await transaction.devicesOf(member);
  const devices = new Set<string>([...through.keys(), ...records.map(({ device }) => device)]);
  const invites = await eraseRows(transaction, ports, { branch, now, person: { member, devices } });
  for (const record of records) {
    await eraseLog(transaction, record);
    await transaction.forgetAside(record.device);
  }
  await eraseNaming(transaction, { member, invites, own: devices });
  for (const [device, last] of through) await transaction.changeSetting(settingOf(device), () => String(last));
}

/** Shuts the person's phones out, and takes the person out of all rows. Gives the invites that named them. */
async function eraseRows(
  transaction: Transaction,
  ports: SyncPorts,
  { branch, now, person }: { readonly branch: BranchId; readonly now: number; readonly person: Person },
): Promise<ReadonlySet<string>> {
  const work = await beginWork(transaction, branch, now);
  const invites = new Set<string>();
  for (const kind of personalKinds) {
    for (const state of await transaction.rowsOfKind(kind)) {
      if (state.body === null) continue;
      const row = { kind, id: state.id, body: JSON.parse(state.body) as Body } as Row;
      const patch = erasePerson(row, person);
      if (patch === undefined) continue;
      if (row.kind === 'invite') invites.add(row.id);
      if (row.kind === 'device') await followDevices(work, put('device', row.id, { ...row.body, status: 'revoked' }));
      await applyPatch(work, patch, NOBODY);
    }
  }
  await finishWork(work, ports);
  return invites;
}

/** Takes the bodies out of a whole log. The hashes at the ends of its whole stretches stay: they are what was signed for. */
async function eraseLog(transaction: Transaction, { device, storedThrough }: DeviceRecord): Promise<void> {
  const log = await transaction.log(device, 1, Number.MAX_SAFE_INTEGER);
  const isEnd = ({ number }: LogRow, index: number): boolean =>
    number === storedThrough || log[index + 1]?.number !== number + 1;
  await transaction.writeLog(log.map((row, index) => erasedEntry(row, { keepsHash: isEnd(row, index) })));
}

/** Takes out what organisers wrote that names the person: that they were added, and for whom an invite was. */
async function eraseNaming(
  transaction: Transaction,
  {
    member,
    invites,
    own,
  }: { readonly member: RowId; readonly invites: ReadonlySet<string>; readonly own: ReadonlySet<string> },
): Promise<void> {
  const added = originOfRow(member);
  const isFor = (invite: ReturnType<typeof inviteIn>): boolean =>
    invite !== undefined && (invite.member === member || invites.has(invite.id));
  for (const { id } of await transaction.rowsOfKind('device')) {
    if (own.has(id)) continue;
    const log = await transaction.log(id as string as DeviceId, 1, Number.MAX_SAFE_INTEGER);
    const naming = log.filter(
      (row) => (row.device === added?.device && row.number === added.mutationNumber) || isFor(inviteIn(row.entry)),
    );
    await transaction.writeLog(naming.map((row) => erasedEntry(row, { keepsHash: true })));
  }
}
