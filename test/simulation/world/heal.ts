import { originOfRow } from '#domain/context.ts';
import { rowKeyText, type RowKey } from '#domain/rows.ts';
import { rowJson } from '#protocol/row-json.ts';
import { keyTextToKey } from '#store/known-rows.ts';
import { isInRanges } from '#store/number-ranges.ts';
import { madeByPending } from '#store/apply/view.ts';
import { heldBy } from '#test/support/fresh-feeds.ts';

import { expectBranchesRead, readingOf } from './branches.ts';
import { inSight, readDisk } from './disk.ts';
import { entryText, feedsNow } from './ledger.ts';
import { enter } from './people.ts';
import { closePhone, openTabs, type Phone } from './phone.ts';
import { expectAllTold } from './planners.ts';
import { audiencesNow } from './scope.ts';
import type { World } from './world.ts';

/** Waves in which everybody opens the app once; in the last ones nothing new may come. */
const MOST_WAVES = 8;
/** Rounds of one phone until the world is quiet: what waits goes in small pages and segments, and no more. */
const MOST_ROUNDS = 120;
/** Troubles that end no retry: whoever has them stays as they are. */
const LASTING: ReadonlySet<string | null> = new Set(['revoked', 'forked', 'tooOld']);

/** Everything that can be mended is mended; then the phones find together by themselves, and soon are quiet (7). */
export async function heal(world: World): Promise<void> {
  const { faults, phones, agenda, story } = world;
  story.tell('world', 'heals');
  faults.clear();
  for (const phone of phones) {
    closePhone(phone);
    Object.assign(phone, { isOffline: false, isFull: false });
  }
  // What is late comes now, before anybody opens the app again; a server that is down comes up.
  while (await agenda.next()) await world.look();
  for (const phone of phones) Object.assign(phone, { isOffline: false, isFull: false, roundCount: 0 });
  for (let wave = 1; ; wave += 1) {
    const before = await traceOf(world);
    for (const phone of phones) await openOnce(world, phone);
    if ((await traceOf(world)) === before) break;
    if (wave === MOST_WAVES) story.violate(7, `after ${wave} waves there is still something new`);
    story.check();
  }
  for (const phone of phones) {
    closePhone(phone);
    if (phone.roundCount > MOST_ROUNDS) story.violate(7, `${phone.name} needed ${phone.roundCount} rounds`);
  }
}

/** All that a round can move; equal before and after a wave means that the wave brought nothing. */
async function traceOf({ phones, server }: World): Promise<string> {
  const stand = phones.map(({ glance }) => {
    if (glance === null) return '-';
    const { cursor, acknowledgedThrough, epoch, settled, rows: have, isForked } = glance.position;
    return JSON.stringify([cursor, acknowledgedThrough, epoch, settled, have, isForked, glance.identity.isRevoked]);
  });
  // Each commit moves the audit chain.
  const audits = server.branches().map((branch) => server.ledger(branch).auditHash.join(' '));
  const readings = await Promise.all(phones.map(readingOf));
  return [...stand, ...readings, ...audits].join('\n');
}

async function openOnce(world: World, phone: Phone): Promise<void> {
  const [open] = openTabs(phone);
  const tab = open ?? (await phone.openTab());
  if (open !== undefined) await tab.poke(() => tab.engine().syncNow());
  await tab.hide();
  if (phone.glance === null) await enter(phone, tab, world.story);
  const isOver = () => {
    const { type, trouble } = tab.engine().getState();
    if (tab.isBusy()) return false;
    return type === 'idle' || (type === 'waiting' && LASTING.has(trouble));
  };
  while (!isOver() && phone.roundCount <= MOST_ROUNDS && (await world.agenda.next()));
  await world.look();
}

/** What must be true of a world that has healed. */
export async function expectHealed(world: World): Promise<void> {
  for (const phone of world.phones) {
    if (phone.glance === null) {
      await expectNoHalfEntry(world, phone);
      continue;
    }
    if (phone.glance.identity.role === 'coordinator' && !phone.glance.position.isForked)
      await expectBranchesRead(world, phone);
    if (phone.glance.identity.isRevoked) await expectWiped(world, phone);
    else if (!phone.glance.position.isForked) {
      await expectSame(world, phone);
      expectStandings(world, phone);
      expectAllTold(phone, world.server.ledger(), world.story);
    }
  }
  for (const finding of await world.server.verify()) world.story.violate(6, `verify finds ${finding}`);
  world.story.check();
}

/** Nobody is a member who does not know it: what the server took in, the phone was told, or asks for still. */
async function expectNoHalfEntry({ server, story }: World, phone: Phone): Promise<void> {
  const pending = (await readDisk(phone)).meta('enrolment');
  if (pending !== undefined && server.ledger().log.has(`${pending.device} 1`))
    story.violate(1, `${phone.name} is a member, and does not know it`);
}

async function shown(phone: Phone): Promise<Map<string, string>> {
  const rows = await inSight(phone);
  return new Map(rows.map((row) => [rowKeyText(row), rowJson(row.kind, row.body)]));
}

async function expectWiped({ story }: World, phone: Phone): Promise<void> {
  const rows = await shown(phone);
  if (rows.size > 0) story.violate(4, `${phone.name} was revoked, and still shows ${rows.size} rows`);
}

/**
 * Every phone equals the projection of the server's rows for its audiences, byte for byte (3). Where a mutation still
 * waits for an entry that will not come, that is true of what lies under it.
 */
async function expectSame({ server, story }: World, phone: Phone): Promise<void> {
  if (phone.glance === null || phone.device === null) return;
  const { identity, position, numbers } = phone.glance;
  const ledger = server.ledger(identity.branch);
  const held = heldBy(feedsNow(ledger, identity.branch), audiencesNow(ledger, phone.device));
  const expected = new Map([...held].map(([text, row]) => [text, rowJson(row.kind, row.body)]));
  const base = await shown(phone);
  const isMadeByPending = madeByPending(identity, position.settled);
  // A row under this phone's name that it never made is a copy's.
  const isMadeHere = (key: RowKey) => numbers.includes(originOfRow(key.id)?.mutationNumber ?? 0);
  for (const text of base.keys()) {
    const key = keyTextToKey(text);
    if (isMadeByPending(key) && isMadeHere(key)) base.delete(text);
  }
  for (const { key, body } of (await readDisk(phone)).values('shadow')) {
    if (body === null) base.delete(key);
    else base.set(key, rowJson(keyTextToKey(key).kind, body));
  }
  for (const text of new Set([...expected.keys(), ...base.keys()])) {
    if (base.get(text) !== expected.get(text))
      story.violate(3, `${phone.name} has ${text} as ${base.get(text)}, and it is ${expected.get(text)}`);
  }
}

/** What a phone says of its mutations is what became of them, and nothing that was saved is lost (1). */
function expectStandings({ server, story }: World, phone: Phone): void {
  if (phone.glance === null) return;
  const { position, exceptions, numbers } = phone.glance;
  const { log, ever } = server.ledger();
  const byNumber = new Map(exceptions.map((exception) => [exception.number, exception.status]));
  for (const number of numbers) {
    const row = log.get(`${phone.device} ${number}`);
    const verdict = row?.status ?? 'missing';
    const said = byNumber.get(number) ?? (isInRanges(position.settled, number) ? 'applied' : 'pending');
    // Where a restored server took the original's entry first, the copy's own one is kept aside.
    const text = phone.saved.get(number)?.text ?? '';
    const isAside = ever.aside.has(text) && (row === undefined || entryText(row.device, number, row.entry) !== text);
    if (said === 'quarantined' && isAside) continue;
    if (verdict !== said) story.violate(1, `${phone.name} says ${said} of ${number}, and it is ${verdict}`);
  }
  for (const [number, { text }] of phone.saved) {
    if (number < position.keptFrom && !ever.durable.has(text)) story.violate(1, `mutation ${number} is nowhere`);
  }
}
