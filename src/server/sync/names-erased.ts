import { newRowId } from '#domain/context.ts';
import { mutatorOf } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { bytesToEntry } from '#protocol/entry.ts';
import type { Transaction } from '../storage/port.ts';
import type { readEntry } from './apply-entry.ts';

type Invite = { readonly id: string; readonly member: RowId | null };

const settingOf = (member: RowId): string => `erasedMember ${member}`;

/** Notes that a person was erased, whether they are here or not: whoever added them may still offer that again. */
export async function noteErased(transaction: Transaction, member: RowId): Promise<void> {
  await transaction.changeSetting(settingOf(member), () => 'erased');
}

/** True for what would add an erased person by name, or make an invite for one. */
export async function namesErased(transaction: Transaction, read: ReturnType<typeof readEntry>): Promise<boolean> {
  if (!read.ok) return false;
  const { name, args, context } = read.value;
  if (name !== 'memberAdd' && name !== 'inviteCreate') return false;
  const member = name === 'memberAdd' ? newRowId(context) : (args as Invite).member;
  return member !== null && (await transaction.setting(settingOf(member))) !== undefined;
}

/** The invite that an entry makes. */
export function inviteIn(bytes: Uint8Array): Invite | undefined {
  const entry = bytesToEntry(bytes);
  if (!entry.ok || entry.value.name !== 'inviteCreate') return undefined;
  const args = fromBytes(mutatorOf('inviteCreate').args, entry.value.args);
  return args.ok ? (args.value as Invite) : undefined;
}
