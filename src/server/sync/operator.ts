import { assert } from '#lib/assert.ts';
import type { Result } from '#lib/result.ts';
import { err, ok } from '#lib/result.ts';
import { type Mutation, mutatorOf } from '#domain/mutators.ts';
import type { Rejection } from '#domain/rejection.ts';
import type { BranchId, DeviceId } from '#domain/scalars.ts';
import { toBytes } from '#protocol/canonical.ts';
import { CHAIN_START, chainHash } from '#protocol/chain.ts';
import { type Entry, entryToBytes } from '#protocol/entry.ts';
import type { Storage, Transaction } from '../storage/port.ts';
import { applyEntry, readEntry } from './apply-entry.ts';
import { voidOperatorInvites } from './epoch.ts';
import { beginWork, finishWork, type SyncPorts } from './work.ts';

/** The server's own log: commands of the operator are entries like everybody's, under a name that no key can have. */
const OPERATOR_DEVICE = '0'.repeat(16) as DeviceId;
const NUMBER_SETTING = 'operatorNumber';

/** Makes a mutation by the operator's hand. */
export async function operate(
  storage: Storage,
  ports: SyncPorts,
  order: {
    readonly branch: BranchId;
    readonly mutation: Mutation;
    readonly now: number;
    /** The coordinator's device that asks for it; without it, it is the operator's own. */
    readonly by?: DeviceId;
  },
): Promise<Result<null, Rejection>> {
  return storage.transact(order.branch, async (transaction) => {
    if (order.by !== undefined && !(await isCoordinators(transaction, order.by))) return err({ code: 'notAllowed' });
    const number = Number(await transaction.changeSetting(NUMBER_SETTING, (last) => String(Number(last ?? '0') + 1)));
    const [last] = await transaction.log(OPERATOR_DEVICE, number - 1, number - 1);
    const { name, args } = order.mutation;
    const { version, args: shape } = mutatorOf(name);
    const entry: Entry = {
      number,
      claimedAt: order.now,
      branch: order.branch,
      name,
      version,
      args: toBytes(shape, args),
    };
    const work = await beginWork(transaction, order.branch, order.now);
    const author = {
      branch: order.branch,
      member: null,
      role: 'operator',
      device: OPERATOR_DEVICE,
      isClockWrong: false,
    } as const;
    // Of the operator's own invites only the latest is open; several people may come by a coordinator's.
    if (order.mutation.name === 'inviteCreate' && order.by === undefined)
      await voidOperatorInvites(work, order.mutation.args.role);
    const read = readEntry(entry, author);
    const verdict = read.ok ? await applyEntry(work, read.value) : read.error;
    assert(verdict.code !== 'faulty', `the operator's ${name} met a bug`);
    // What it names is not there and may come: an operator is told, and does not wait for it.
    if (verdict.status === 'deferred') {
      // Nothing is kept of it, so its number is the next one's: a log has no gaps.
      await transaction.changeSetting(NUMBER_SETTING, () => String(number - 1));
      return err({ code: 'notFound' });
    }
    work.log.push({
      device: OPERATOR_DEVICE,
      number,
      branch: order.branch,
      hash: chainHash(ports.sha256, last?.hash ?? CHAIN_START, entryToBytes(entry)),
      entry: entryToBytes(entry),
      ...verdict,
      version: work.number,
      receivedAt: order.now,
    });
    await finishWork(work, ports);
    return verdict.status === 'applied' ? ok(null) : err({ code: verdict.code as Rejection['code'] });
  });
}

async function isCoordinators(transaction: Transaction, device: DeviceId): Promise<boolean> {
  const record = await transaction.device(device);
  return record?.standing === 'coordinator' && record.revokedAfter === null;
}
