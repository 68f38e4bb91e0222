import { mayMutate } from '#domain/permissions.ts';
import { recordToBytes } from '#store/chain.ts';
import { standingOf } from '#store/identity.ts';
import { FIRST_POSITION, type Position } from '#store/position.ts';

import { type Disk, readDisk } from './disk.ts';
import type { Glance } from './glance.ts';
import { entryText, type Ledger } from './ledger.ts';
import type { Phone } from './phone.ts';
import { expectToldOnce } from './planners.ts';
import type { Story } from './story.ts';

/** Looks into a phone after something happened there, and holds it to the rules that must hold at every moment. */
export async function lookInto(phone: Phone, ledger: Ledger, story: Story): Promise<void> {
  const disk = await readDisk(phone);
  const identity = disk.meta('identity');
  if (identity === undefined) return;
  const position = disk.meta('position') ?? FIRST_POSITION;
  const glance: Glance = { identity, position, numbers: disk.keys('log'), exceptions: disk.values('exceptions') };
  const before = phone.glance;
  phone.glance = glance;
  phone.device = glance.identity.device;
  const hasNewEyes =
    before?.position.scope !== glance.position.scope && before?.position.epoch === glance.position.epoch;
  if (hasNewEyes && before.position.scope !== null && glance.position.scope !== null) {
    story.count('roleChange');
    story.tell(phone.name, 'roleChange');
  }
  const told = (rule: 1 | 5, what: string) => story.violate(rule, `${phone.name}: ${what}`);
  expectOnward(before?.position, glance.position, told);
  expectKept(phone, glance, ledger, told);
  expectToldOnce(phone, story);
  expectInSight(phone, glance, new Set(disk.keys('delivery')), ledger, told);
  expectTrueAcknowledgement(disk, before?.position, glance, ledger, told);
}

type Tell = (rule: 1 | 5, what: string) => void;

/** Cursors and acknowledgements never go backwards within an epoch. */
function expectOnward(before: Position | undefined, now: Position, tell: Tell): void {
  if (before?.epoch !== now.epoch) return;
  if (now.acknowledgedThrough < before.acknowledgedThrough) tell(5, 'less is acknowledged than was before');
  if (before.scope !== now.scope || before.cursor === null || now.cursor === null) return;
  if (now.cursor.number < before.cursor.number)
    tell(5, `the cursor went back from ${before.cursor.number} to ${now.cursor.number}`);
}

/** What was shown as saved is in the log, or was durable on the server and may be forgotten. */
function expectKept(phone: Phone, { numbers, position }: Glance, ledger: Ledger, tell: Tell): void {
  const kept = new Set(numbers);
  for (const [number, { text }] of phone.saved) {
    if (kept.has(number) || (number < position.keptFrom && ledger.ever.durable.has(text))) continue;
    tell(1, `mutation ${number} was saved, and is gone`);
  }
  const newest = numbers.at(-1) ?? position.keptFrom - 1;
  if (newest - position.keptFrom + 1 !== numbers.filter((number) => number >= position.keptFrom).length)
    tell(1, 'the log has a gap');
}

/** A delivery that was saved and not refused is in sight, whatever the server has heard of it so far. */
function expectInSight(
  phone: Phone,
  glance: Glance,
  deliveries: ReadonlySet<string>,
  ledger: Ledger,
  tell: Tell,
): void {
  // Whoever may record no more, or is a copy that must enrol anew, still sees it with what is unsent.
  const { identity, position } = glance;
  if (identity.isRevoked || position.isForked || !mayMutate(standingOf(identity), 'deliveryRecord')) return;
  const kept = new Set(glance.numbers);
  const without = new Set(glance.exceptions.filter(({ status }) => status !== 'deferred').map(({ number }) => number));
  for (const [number, { name }] of phone.saved) {
    const id = `${glance.identity.device}.${number}`;
    if (name !== 'deliveryRecord' || !kept.has(number) || without.has(number) || deliveries.has(id)) continue;
    if (!ledger.ever.forgotten.has(id)) tell(1, `delivery ${number} was saved, and is not shown`);
  }
}

/** What reads "on the server" was durable there, and an answer of this epoch has said so. */
function expectTrueAcknowledgement(
  disk: Disk,
  before: Position | undefined,
  { position, identity }: Glance,
  ledger: Ledger,
  tell: Tell,
): void {
  const { acknowledgedThrough, epoch, keptFrom } = position;
  const isSame = before?.epoch === epoch;
  const from = Math.max(isSame ? before.acknowledgedThrough + 1 : 1, keptFrom);
  if (from > acknowledgedThrough) return;
  const said = ledger.ever.acknowledged.get(`${identity.device} ${epoch}`) ?? 1;
  if (acknowledgedThrough > said) tell(5, `${acknowledgedThrough} count as acknowledged, and ${said} were`);
  for (const record of disk.values('log')) {
    if (record.number < from || record.number > acknowledgedThrough) continue;
    const text = entryText(identity.device, record.number, recordToBytes(record));
    if (!ledger.ever.durable.has(text)) tell(1, `entry ${record.number} reads "on the server", and never was durable`);
  }
}
