import type { Sha256 } from '#lib/ports.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { isSame } from '#lib/same.ts';
import type { Mutation } from '#domain/mutators.ts';
import type { Rejection } from '#domain/rejection.ts';
import { type Body, parseBody } from '#domain/rows.ts';
import { type BranchId, type DeviceId, MAX_NAME_LENGTH, type RowId } from '#domain/scalars.ts';
import type { BranchesAct } from '#domain/branches-act.ts';
import { lentVehicleIdOf } from '#protocol/names.ts';
import type { Storage } from '../storage/port.ts';
import { operate } from './operator.ts';
import type { SyncPorts } from './work.ts';

type Verdict = Result<null, Rejection>;

/**
 * Does what a coordinator asks for in other branches, by the operator's hand (SPEC 14.6). Asked again, what stands there
 * already is not done twice. Whoever is no coordinator, or no longer, does nothing.
 */
export async function coordinate(
  storage: Storage,
  ports: SyncPorts,
  { device, act, now }: { readonly device: DeviceId; readonly act: BranchesAct; readonly now: number },
): Promise<Verdict> {
  const order: Order = (branch, mutation) => operate(storage, ports, { branch, mutation, now, by: device });
  return perform(storage, act, order, ports.sha256);
}

type Order = (branch: BranchId, mutation: Mutation) => Promise<Verdict>;

async function perform(storage: Storage, act: BranchesAct, order: Order, sha256: Sha256): Promise<Verdict> {
  const { notice, vehicle, invite } = act;
  if ([notice, vehicle, invite].filter((one) => one !== null).length !== 1) return err({ code: 'malformed' });
  const there = await storage.branches();
  const named = [...(notice?.branches ?? []), vehicle?.from, vehicle?.to, invite?.branch].flatMap((one) => one ?? []);
  if (named.some((branch) => !there.includes(branch))) return err({ code: 'notFound' });
  if (notice !== null) return tell(storage, notice, order);
  if (vehicle !== null) return lend(storage, vehicle, order, sha256);
  return invite === null ? err({ code: 'malformed' }) : letIn(invite, order);
}

/** The same notice in each branch that does not have it open already, word by word. */
async function tell(storage: Storage, notice: BranchesAct['notice'] & {}, order: Order): Promise<Verdict> {
  const fields = { ...notice.fields, affects: null };
  for (const branch of new Set(notice.branches)) {
    const open = await storage.transact(branch, (transaction) => transaction.rowsOfKind('notice'));
    const isThere = open.some(({ body }) => body !== null && isSame(JSON.parse(body), { ...fields, status: 'open' }));
    const told = isThere ? ok(null) : await order(branch, { name: 'noticeCreate', args: { fields } });
    if (!told.ok) return told;
  }
  return ok(null);
}

/**
 * Opened where it goes, then named after that and closed where it was. A crash between leaves it in both, and never in neither;
 * asked again, it goes on from there with the one vehicle, since the id that it gets there follows from its own.
 */
async function lend(
  storage: Storage,
  { from, to, vehicle }: BranchesAct['vehicle'] & {},
  order: Order,
  sha256: Sha256,
): Promise<Verdict> {
  if (from === to) return err({ code: 'notFound' });
  const id = lentVehicleIdOf(sha256, vehicle, to);
  const [row, there] = [await bodyIn(storage, from, 'vehicle', vehicle), await bodyIn(storage, to, 'vehicle', id)];
  if (row === undefined) return err({ code: 'notFound' });
  if (row.status === 'closed') return there === undefined ? err({ code: 'closed' }) : ok(null);
  // Whose own car it is goes with them, when they agree to go.
  if (row.driver !== null) return err({ code: 'notYours' });
  const [names, { status: _, ...fields }] = [await branchNames(storage, from, to), row];
  const name = row.name.replace(/ (?:→ .*|\([^()]*\))$/, '');
  const lent = { ...fields, name: named(`${name} → ${names.to}`) };
  // Where it was before, it is called again as it was.
  const isBack = row.name.endsWith(` (${names.to})`);
  const come = { ...fields, name: isBack ? name : named(`${name} (${names.from})`) };
  const received = await order(to, { name: 'vehicleReceive', args: { id, fields: come } });
  if (!received.ok) return received;
  const amended = await order(from, { name: 'vehicleAmend', args: { id: vehicle, was: row, now: lent } });
  return amended.ok ? order(from, { name: 'vehicleClose', args: { id: vehicle } }) : amended;
}

async function letIn({ branch, id, expiresAt }: BranchesAct['invite'] & {}, order: Order): Promise<Verdict> {
  const made = await order(branch, {
    name: 'inviteCreate',
    args: { id, role: 'driver', label: '', member: null, expiresAt },
  });
  return !made.ok && made.error.code === 'alreadyThere' ? ok(null) : made;
}

async function branchNames(storage: Storage, from: BranchId, to: BranchId): Promise<Record<'from' | 'to', string>> {
  const nameOf = async (branch: BranchId) => (await bodyIn(storage, branch, 'branch', branch as string as RowId))?.name;
  return { from: (await nameOf(from)) ?? '', to: (await nameOf(to)) ?? '' };
}

async function bodyIn<K extends 'vehicle' | 'branch'>(
  storage: Storage,
  branch: BranchId,
  kind: K,
  id: RowId,
): Promise<Body<K> | undefined> {
  const [row] = await storage.transact(branch, (transaction) => transaction.rows([{ kind, id }]));
  return row?.body === undefined || row.body === null ? undefined : parseBody(kind, JSON.parse(row.body));
}

function named(text: string): string {
  return Array.from(text).slice(0, MAX_NAME_LENGTH).join('');
}
