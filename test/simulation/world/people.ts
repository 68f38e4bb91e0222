import type { Args, Mutation, MutationName } from '#domain/mutators.ts';
import type { RowId } from '#domain/scalars.ts';
import { recordToBytes } from '#store/chain.ts';
import { standingOf } from '#store/identity.ts';
import { askInvite, enrol, resumeEnrolment } from '#sync/enrol.ts';
import { newInvite } from '#sync/new-invite.ts';
import type { Chance } from '#test/support/seeded.ts';
import { nextMutation, randomMutation } from '#test/support/random-mutation.ts';

import { inSight, readDisk } from './disk.ts';
import { entryText } from './ledger.ts';
import { openTabs, type Phone } from './phone.ts';
import type { Story } from './story.ts';
import type { Tab } from './tab.ts';

/** What this person does next, about what they see; undefined when they can do nothing yet. */
export async function nextTap(phone: Phone, chance: Chance): Promise<Mutation | undefined> {
  const identity = phone.glance?.identity;
  if (identity === undefined || identity.isRevoked) return undefined;
  const { member, device } = identity;
  const rows = await inSight(phone);
  const waiting = rows.find((row) => row.kind === 'member' && row.body.status === 'waiting');
  if (identity.role === 'organiser' && waiting !== undefined && chance.isOneIn(2))
    return { name: 'memberConfirm', args: { member: waiting.id } };
  return nextMutation(rows, { role: standingOf(identity), member, device }, chance);
}

/** The same of one name, if this person may do that. */
export async function tapOf(phone: Phone, name: MutationName, chance: Chance): Promise<Mutation | undefined> {
  const identity = phone.glance?.identity;
  if (identity === undefined || identity.isRevoked) return undefined;
  const { member, device } = identity;
  return randomMutation(name, await inSight(phone), { role: standingOf(identity), member, device }, chance);
}

/** A tap: what it says about having been saved is what the person believes. */
export async function press(phone: Phone, tab: Tab, mutation: Mutation, story: Story, tap?: string): Promise<void> {
  phone.tapCount += 1;
  const id = tap ?? `${phone.name} ${phone.tapCount}`;
  const heard: boolean[] = [];
  await tab.work(
    () => tab.store.mutate(mutation, id),
    (saved) => {
      heard.push(saved.ok);
      if (saved.ok) {
        story.countMutation();
        story.tell(tab.name, `saves ${mutation.name} as ${saved.value.number}`);
        phone.saved.set(saved.value.number, { text: '', name: mutation.name });
        return;
      }
      const { error } = saved;
      const isFinal = error.code === 'refused' || error.code === 'notEnrolled';
      story.tell(tab.name, `${mutation.name}: ${error.code === 'refused' ? error.rejection.code : error.code}`);
      if (!isFinal) phone.unsure.push({ tap: id, mutation });
    },
  );
  // A window that died said nothing: the person opens the app again and presses once more.
  if (heard.length === 0) phone.unsure.push({ tap: id, mutation });
  await noteSaved(phone);
  Object.assign(phone, { isTouched: true });
}

/** Fills in the bytes of what was just shown as saved. */
async function noteSaved(phone: Phone): Promise<void> {
  const device = phone.device;
  if (device === null) return;
  const disk = await readDisk(phone);
  for (const [number, { text, name }] of phone.saved) {
    if (text !== '') continue;
    const record = disk.value('log', number);
    phone.saved.set(number, {
      name,
      text: record === undefined ? 'gone' : entryText(device, number, recordToBytes(record)),
    });
  }
}

/** An organiser makes an invite and hands it over. */
export async function invite(
  host: Phone,
  guest: Phone,
  offer: Pick<Args<'inviteCreate'>, 'role' | 'member' | 'expiresAt'>,
  story: Story,
): Promise<void> {
  const [tab] = openTabs(host);
  if (tab === undefined) return;
  const { secret, id } = newInvite(tab.ports.random);
  await press(host, tab, { name: 'inviteCreate', args: { id, label: guest.name, ...offer } }, story);
  guest.invitation = secret;
}

/** Somebody with an invitation enters, or asks again for the answer that did not come. */
export async function enter(phone: Phone, tab: Tab, story: Story): Promise<void> {
  const secret = phone.invitation;
  if (secret === null) return;
  const ports = { store: tab.store, ...tab.ports };
  const attempt = async () => {
    const resumed = await resumeEnrolment(ports);
    if (resumed !== null) return resumed;
    const offer = await askInvite(secret, ports.network);
    if (!offer.ok) return offer;
    return enrol({ secret, offer: offer.value, name: phone.name, phone: null, label: 'Simulated' }, ports);
  };
  await tab.work(attempt, (entered) => {
    story.tell(
      tab.name,
      entered.ok ? `is enrolled as ${entered.value.role}` : `is not enrolled: ${entered.error.code}`,
    );
    if (!entered.ok) return;
    phone.invitation = null;
    phone.device = entered.value.device;
    tab.engine().syncNow();
  });
}

/** A device that is somebody else's, as a row id. */
export function deviceRow(phone: Phone): RowId | null {
  return phone.device as string as RowId | null;
}
