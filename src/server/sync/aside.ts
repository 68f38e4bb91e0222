import { asideId } from '#domain/claims.ts';
import { isMutationName, mutatorOf } from '#domain/mutators.ts';
import { type AsideBody, MAX_ASIDE_ARGS, type ReviewBody } from '#domain/review.ts';
import { put, type RowKey } from '#domain/rows.ts';
import type { DeviceId } from '#domain/scalars.ts';
import { fromBytes } from '#protocol/canonical.ts';
import { bytesToEntry, type Entry } from '#protocol/entry.ts';
import type { KeptAside, LogRow, StateRow } from '../storage/port.ts';
import { applyPatch } from './project.ts';
import { heldState, hold, NOBODY, type Work } from './work.ts';

/** A stolen phone must not fill the organisers' phones: more of one device stays with the server and its operator. */
const MAX_SHOWN_OF_DEVICE = 500;

type Held = Pick<LogRow, 'device' | 'number' | 'hash' | 'entry' | 'receivedAt'> & Pick<AsideBody, 'reason'>;

/** Tells organisers what came and must not take effect, each thing once however often a phone brings it. */
export async function tellAside(work: Work, kept: readonly KeptAside[]): Promise<void> {
  const news = await untold(work, kept);
  const [first] = news;
  if (first === undefined) return;
  const room = MAX_SHOWN_OF_DEVICE - (await countOf(work, first.device));
  for (const row of news.slice(0, Math.max(room, 0))) await tellOne(work, row);
}

/** Tells organisers what this work leaves waiting; asked at its end, since much of what waits comes along with it. */
export async function tellDeferred(work: Work, stored: readonly LogRow[] = []): Promise<void> {
  const waiting = [...stored, ...work.log.filter(({ status }) => status === 'deferred')];
  await hold(work, waiting.map(keyOf));
  for (const row of waiting) {
    const reason = reasonOf(row);
    const told = heldState(work, keyOf(row));
    if (reason === undefined || (told.state === 'present' && (told.body as AsideBody).reason === reason)) continue;
    await tellOne(work, { ...row, reason });
  }
}

/** It waits no more: what became of it stands in the log, and with the phone that wrote it. */
export async function untell(work: Work, row: Pick<LogRow, 'hash'>): Promise<void> {
  const key = keyOf(row);
  await hold(work, [key]);
  if (heldState(work, key).state === 'present') await applyPatch(work, { op: 'remove', ...key }, NOBODY);
}

/** Entries that an organiser has taken in by hand or set aside for good: they are not tried again. */
export async function decidedBy(work: Work, rows: readonly LogRow[]): Promise<ReadonlySet<LogRow>> {
  const reviewOf = ({ hash }: LogRow): RowKey<'review'> => ({ kind: 'review', id: asideId(hash) });
  await hold(work, rows.map(reviewOf));
  const isDecided = (row: LogRow): boolean => {
    const review = heldState(work, reviewOf(row));
    return review.state === 'present' && isFinal((review.body as ReviewBody).decision);
  };
  return new Set(rows.filter(isDecided));
}

/** Entries that wait and of which this work took back that somebody had decided about them. */
export async function reopened(work: Work): Promise<readonly LogRow[]> {
  const found: LogRow[] = [];
  for (const { kind, id, body } of work.changed.values()) {
    if (kind !== 'review' || body === null || isFinal((JSON.parse(body) as ReviewBody).decision)) continue;
    const key: RowKey<'aside'> = { kind: 'aside', id };
    await hold(work, [key]);
    const aside = heldState(work, key);
    if (aside.state !== 'present') continue;
    const { device, number } = aside.body as AsideBody;
    if (device === null) continue;
    found.push(...(await work.transaction.logAt(device, [number])).filter(({ status }) => status === 'deferred'));
  }
  return found;
}

function isFinal(decision: ReviewBody['decision']): boolean {
  return decision === 'takenIn' || decision === 'setAside';
}

function keyOf({ hash }: Pick<LogRow, 'hash'>): RowKey<'aside'> {
  return { kind: 'aside', id: asideId(hash) };
}

async function untold(work: Work, kept: readonly KeptAside[]): Promise<readonly KeptAside[]> {
  await hold(work, kept.map(keyOf));
  return kept.filter((row) => heldState(work, keyOf(row)).state === 'absent');
}

async function countOf(work: Work, device: DeviceId): Promise<number> {
  const isOfDevice = ({ body }: StateRow): boolean =>
    body !== null && (JSON.parse(body) as AsideBody).device === device;
  return (await work.transaction.rowsOfKind('aside')).filter(isOfDevice).length;
}

function reasonOf({ code }: LogRow): AsideBody['reason'] | undefined {
  return code === 'unknownMutation' || code === 'waitsForEntry' || code === 'faulty' ? code : undefined;
}

async function tellOne(work: Work, row: Held): Promise<void> {
  const entry = bytesToEntry(row.entry);
  const author = await work.transaction.device(row.device);
  const body: AsideBody = {
    device: row.device,
    member: author?.member ?? null,
    number: row.number,
    name: entry.ok ? entry.value.name : 'unreadable',
    args: entry.ok ? argsText(entry.value) : null,
    reason: row.reason,
    claimedAt: entry.ok ? entry.value.claimedAt : row.receivedAt,
    receivedAt: row.receivedAt,
  };
  await applyPatch(work, put('aside', keyOf(row).id, body), NOBODY);
}

/** The arguments as far as this program reads them; a newer phone's stay bytes until the server is newer too. */
function argsText({ name, version, args }: Entry): string | null {
  if (!isMutationName(name) || version > mutatorOf(name).version) return null;
  const read = fromBytes(mutatorOf(name).args, args);
  const text = read.ok ? JSON.stringify(read.value) : '';
  return text === '' || text.length > MAX_ASIDE_ARGS ? null : text;
}
