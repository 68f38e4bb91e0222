import type { Args, Mutation } from '#domain/mutators.ts';
import type { Row } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import {
  aigul,
  amount,
  asks,
  type Breakfast,
  breakfast,
  counted,
  dana,
  delivery,
  facts,
  invite,
  inviteIdOf,
  memberOf,
  TODAY,
} from './breakfast.ts';
import { sampleNeeds, vehicle } from './sample-needs.ts';
import { granted } from './test-branch.ts';

/** A branch in which there is at least one row of every kind: what mutations make, and what the server makes itself. */
export function busyMorning(): Breakfast & {
  readonly delivered: RowId;
  readonly corrected: RowId;
  readonly asked: RowId;
} {
  const morning = breakfast();
  const { branch, run, post } = morning;
  needs(morning);
  gifts(morning);
  granted(branch.does(dana, { name: 'branchAmend', args: { name: 'Kokshetau', utcOffsetMinutes: 300 } }));
  granted(branch.does(dana, { name: 'inviteCreate', args: invite('next') }));
  const delivered = granted(branch.does(aigul, delivery(post, { run, stop: 0 })));
  const withdraw = { name: 'deliveryWithdraw', args: { delivery: delivered, note: 'said so herself' } } as const;
  const corrected = granted(branch.does(dana, withdraw));
  const thermos = granted(branch.does(dana, { name: 'returnableCreate', args: { fields: { name: 'Thermos' } } }));
  granted(branch.does(aigul, counted(run, 'out', [amount(thermos, 4)])));
  const asked = granted(branch.does(aigul, asks(post)));
  const seen = { delivery: delivered, run, on: TODAY, hash: 'k'.repeat(52), byteCount: 96_400 };
  granted(branch.does(dana, { name: 'photoAdd', args: seen }));
  const contact: Row = {
    kind: 'contact',
    id: aigul.device as string as RowId,
    body: { heardAt: Date.UTC(2026, 0, 15), throughNumber: 3, notices: null },
  };
  branch.rows.set(`contact/${contact.id}`, contact);
  const kept: Row = { kind: 'aside', id: inviteIdOf('kept'), body: lateDelivery(post) };
  branch.rows.set(`aside/${kept.id}`, kept);
  granted(branch.does(dana, { name: 'asideTakeIn', args: { aside: kept.id, ...facts(post) } }));
  return { ...morning, delivered, corrected, asked };
}

/** What came from somebody's phone after it was blocked, and so long ago that nobody says whose it was. */
function lateDelivery(checkpoint: RowId): Row<'aside'>['body'] {
  const at = Date.UTC(2026, 0, 15);
  const told = { name: 'deliveryRecord', args: JSON.stringify(facts(checkpoint)), claimedAt: at, receivedAt: at };
  return { ...told, device: null, member: null, number: 3, reason: 'revoked' };
}

const roadClosed: Args<'noticeCreate'>['fields'] = {
  topic: 'road',
  texts: [{ language: 'kk', title: 'Жол жабық', text: '' }],
  phone: null,
  chats: [],
  until: null,
  isPinned: true,
  affects: null,
};

const nothing = { gaps: 0, overdue: 0, silent: 0, open: 1, promised: 0, review: 1 };

/** Who gives some of it, and what sponsors are shown as needed. */
function gifts({ branch, tea, run }: Breakfast): void {
  const sponsor = granted(
    branch.does(dana, { name: 'sponsorCreate', args: { fields: { name: 'Bakery', language: 'kk' } } }),
  );
  const what = { ...amount(tea, 20), window: null, district: '' };
  const fields = { ...what, sponsor, from: TODAY, until: null, need: null };
  const pledge = granted(branch.does(dana, { name: 'pledgeMake', args: { fields } }));
  for (const mutation of [
    { name: 'sponsorLinkCreate', args: { id: inviteIdOf('bakery'), sponsor, expiresAt: null } },
    { name: 'needRelease', args: { fields: { ...what, on: TODAY } } },
    { name: 'noticeCreate', args: { fields: roadClosed } },
    { name: 'runLoad', args: { run, lines: [{ pledge, count: what.count }] } },
    { name: 'shiftTakeOver', args: { counts: nothing, note: 'quiet' } },
  ] as const satisfies readonly Mutation[]) {
    granted(branch.does(dana, mutation));
  }
}

/** What is needed and what there is for it; at one place nothing is needed any more. */
function needs({ branch, tea, kitchen, window, post, clinic }: Breakfast): void {
  const { amounts, standing, traits, free } = sampleNeeds(tea);
  for (const mutation of [
    { name: 'requirementSet', args: { checkpoint: post, window, was: null, now: standing } },
    { name: 'dayRequirementSet', args: { checkpoint: clinic, window, on: TODAY, was: null, now: amounts } },
    { name: 'cancellationSet', args: { checkpoint: clinic, window, on: TODAY, was: null, now: { reason: 'closed' } } },
    { name: 'itemTraitsSet', args: { item: tea, was: null, now: traits } },
    { name: 'batchSet', args: { kitchen, window, on: null, was: null, now: { lines: [], readyMinute: 390 } } },
    { name: 'vehicleCreate', args: { fields: vehicle(aigul.member) } },
    { name: 'availabilitySet', args: { member: memberOf(aigul), was: null, now: { ...free, kitchen } } },
  ] as const satisfies readonly Mutation[]) {
    granted(branch.does(dana, mutation));
  }
}
