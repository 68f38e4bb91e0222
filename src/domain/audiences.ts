import { unreachable } from '#lib/assert.ts';
import type { Standing } from './context.ts';
import { type FindBody, type RecordKind, toldToDriver } from './records-of-run.ts';
import { dayRequirementId } from './derived-ids.ts';
import { type Body, type Kind, type Patch, put, type Row, type RowKey } from './rows.ts';
import type { BranchId, RowId } from './scalars.ts';

/** Who hears of a row: the confirmed organisers of a branch, its drivers, those who answer requests, or one member. */
export type Audience = `organisers:${string}` | `volunteers:${string}` | `support:${string}` | `member:${string}`;

/** What one audience may see of one row. */
export type Projection = { readonly audience: Audience; readonly patch: Extract<Patch, { op: 'put' }> };
/** That a row opens another row to an audience: a run opens its places to its driver. How much of it, says `openedTo`. */
export type Grant = { readonly audience: Audience; readonly kind: Kind; readonly id: RowId };

/**
 * The feeds that a member of this standing reads, in a fixed order. A coordinator's phone reads the branches beside them
 * (`told-to-coordinators.ts`), and of its own branch no more than of any other.
 */
export function audiencesOf(branch: BranchId, member: RowId, standing: Standing): readonly Audience[] {
  if (standing === 'organiser') return [`organisers:${branch}`];
  if (standing === 'driver') return [`volunteers:${branch}`, `member:${member}`];
  if (standing === 'technicalSupport') return [`support:${branch}`, `member:${member}`];
  return [`member:${member}`];
}

/**
 * Which rows would be in a phone's feeds if they existed: an absence there is an absence. A driver's phone holds only
 * what concerns its driver, so there an absence says nothing.
 */
export function isAbsenceTrue(standing: Standing): boolean {
  return standing === 'organiser' || standing === 'operator';
}

/**
 * What each audience sees of a row by its own right. Organisers see every row whole; everybody else sees what is
 * written here and nothing besides, so a new kind is private until somebody says otherwise.
 * @param find finds at least the rows that `dependsOn` names
 */
export function projectionsOf(branch: BranchId, row: Row, find: FindBody): readonly Projection[] {
  const whole = put(row.kind, row.id, row.body) as Projection['patch'];
  return [{ audience: `organisers:${branch}`, patch: whole }, ...others(branch, row, whole, find)];
}

function others(branch: BranchId, row: Row, whole: Projection['patch'], find: FindBody): readonly Projection[] {
  const volunteers = `volunteers:${branch}` as const;
  const support = `support:${branch}` as const;
  switch (row.kind) {
    case 'branch':
      return toEach([volunteers, support], whole);
    case 'item':
    case 'mealWindow':
    case 'returnable':
    case 'itemTraits':
      return [{ audience: volunteers, patch: whole }];
    case 'notice':
      return row.body.status === 'open' ? toEach([volunteers, support], whole) : [];
    case 'request':
      // Drivers see what is still to be brought, so that nobody asks twice.
      if (row.body.status === 'withdrawn') return [];
      return toEach(row.body.status === 'done' ? [support] : [volunteers, support], whole);
    case 'checkpoint':
      return row.body.status === 'open' ? [{ audience: volunteers, patch: named(row.id, row.body) }] : [];
    case 'member':
      return [{ audience: `member:${row.id}`, patch: whole }];
    case 'device':
      return [{ audience: `member:${row.body.member}`, patch: whole }];
    case 'run':
      return row.body.driver === null || row.body.hasLeftPhone
        ? []
        : [{ audience: `member:${row.body.driver}`, patch: whole }];
    case 'availability':
      return [{ audience: `member:${row.body.member}`, patch: whole }];
    case 'photo':
      return toMember(row.body.member, whole);
    case 'delivery':
    case 'returnableCount':
      return [...toMember(row.body.member, whole), ...toDriver(row, find)];
    case 'correction':
      return [...corrected(row, whole), ...toDriver(row, find)];
    case 'contact':
    case 'invite':
    case 'kitchen':
    case 'placeName':
    case 'placeContact':
    case 'shift':
    case 'claim':
    case 'aside':
    case 'review':
    case 'requirement':
    case 'dayRequirement':
    case 'cancellation':
    case 'batch':
    case 'vehicle':
    case 'sponsor':
    case 'sponsorLink':
    case 'pledge':
    case 'load':
    case 'need':
      return [];
    default:
      return unreachable(row);
  }
}

/** Who corrected sees it whole; whose delivery it is sees what counts now, and neither who said so nor their note. */
function corrected({ id, body }: Row<'correction'>, whole: Projection['patch']): readonly Projection[] {
  const own = toMember(body.member, whole);
  if (body.deliveryMember === null || body.deliveryMember === body.member) return own;
  const amount = put('correction', id, { ...body, note: '', member: null }) as Projection['patch'];
  return [...own, { audience: `member:${body.deliveryMember}`, patch: amount }];
}

function toEach(audiences: readonly Audience[], patch: Projection['patch']): readonly Projection[] {
  return audiences.map((audience) => ({ audience, patch }));
}

function toDriver(row: Row<RecordKind>, find: FindBody): readonly Projection[] {
  const told = toldToDriver(row, find);
  return told === null ? [] : toMember(told.driver, told.patch);
}

function toMember(member: RowId | null, whole: Projection['patch']): readonly Projection[] {
  return member === null ? [] : [{ audience: `member:${member}`, patch: whole }];
}

function named(id: RowId, { name, otherNames, code }: Body<'checkpoint'>): Projection['patch'] {
  return put('placeName', id, { name, otherNames, code }) as Projection['patch'];
}

/**
 * The rows that this row opens to others as long as it stands: a run opens its places, its kitchen, and the news that
 * nothing is needed somewhere any more; a request opens its place to those who answer it.
 */
export function grantsOf(branch: BranchId, row: Row): readonly Grant[] {
  if (row.kind === 'request') {
    const { status, checkpoint } = row.body;
    return status === 'withdrawn' ? [] : [{ audience: `support:${branch}`, kind: 'checkpoint', id: checkpoint }];
  }
  if (row.kind !== 'run' || row.body.driver === null || row.body.hasLeftPhone) return [];
  const { window, on, kitchen } = row.body;
  const audience: Audience = `member:${row.body.driver}`;
  const places = [...new Set(row.body.stops.map((stop) => stop.checkpoint))];
  const grants: Grant[] = places.map((id) => ({ audience, kind: 'checkpoint', id }));
  if (window !== null) {
    for (const place of places)
      grants.push({ audience, kind: 'cancellation', id: dayRequirementId(place, window, on) });
  }
  return kitchen === null ? grants : [...grants, { audience, kind: 'kitchen', id: kitchen }];
}

/**
 * How much of a row an audience sees to which another row opens it: all of it; of a place, those who answer requests see
 * where it is and how to call it.
 */
export function openedTo(audience: Audience, row: Row): RowKey & { readonly body: Body } {
  if (!audience.startsWith('support:') || row.kind !== 'checkpoint') return row;
  const { name, otherNames, code, phone, position } = row.body;
  return { kind: 'placeContact', id: row.id, body: { name, otherNames, code, phone, position } };
}
