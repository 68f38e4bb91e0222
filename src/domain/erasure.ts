import { originOfRow } from './context.ts';
import { put, type Patch, type Row } from './rows.ts';
import type { RowId } from './scalars.ts';

/** Whose rows are to forget whom: a member, and the phones that were theirs. */
export type Person = { readonly member: RowId; readonly devices: ReadonlySet<string> };

/** The kinds that can tell of a person, those first that are told of by way of the later ones. */
export const personalKinds = [
  'aside',
  'delivery',
  'photo',
  'correction',
  'returnableCount',
  'review',
  'shift',
  'request',
  'run',
  'vehicle',
  'invite',
  'availability',
  'contact',
  'device',
  'member',
] as const;

/**
 * How a row is to change so that it tells nothing of a person, and keeps none of their own words; undefined when it has
 * nothing of theirs. What was brought where stays.
 */
export function erasePerson(row: Row, { member, devices }: Person): Patch | undefined {
  const gone: Patch = { op: 'remove', kind: row.kind, id: row.id };
  switch (row.kind) {
    case 'member':
      return row.id === member ? gone : undefined;
    case 'contact':
      return devices.has(row.id) ? gone : undefined;
    case 'device':
    case 'availability':
      return row.body.member === member ? gone : undefined;
    case 'aside':
      return row.body.member === member || isOf(devices, row.body.device) ? gone : undefined;
    case 'delivery':
      return row.body.member === member || isOf(devices, row.body.device)
        ? put('delivery', row.id, { ...row.body, note: '', member: null, device: null })
        : undefined;
    case 'run':
      return row.body.driver === member ? put('run', row.id, withoutDriver(row.body)) : undefined;
    case 'vehicle':
      return row.body.driver === member ? put('vehicle', row.id, { ...row.body, driver: null }) : undefined;
    case 'invite':
      return row.body.member === member || isOf(devices, row.body.usedBy)
        ? put('invite', row.id, closed(row.body))
        : undefined;
    case 'photo':
      return row.body.member === member ? put('photo', row.id, { ...row.body, member: null }) : undefined;
    case 'review':
      return row.body.member === member ? put('review', row.id, { ...row.body, member: null }) : undefined;
    case 'shift':
      return row.body.member === member ? put('shift', row.id, { ...row.body, note: '', member: null }) : undefined;
    case 'returnableCount':
      return row.body.member === member ? put('returnableCount', row.id, { ...row.body, member: null }) : undefined;
    case 'correction':
      return row.body.member === member || row.body.deliveryMember === member
        ? put('correction', row.id, {
            ...row.body,
            ...(row.body.member === member ? { note: '', member: null } : {}),
            deliveryMember: row.body.deliveryMember === member ? null : row.body.deliveryMember,
          })
        : undefined;
    case 'request':
      return row.body.note !== '' && isOf(devices, originOfRow(row.id)?.device ?? null)
        ? put('request', row.id, { ...row.body, note: '' })
        : undefined;
    default:
      return undefined;
  }
}

function isOf(devices: ReadonlySet<string>, device: string | null): boolean {
  return device !== null && devices.has(device);
}

/** Why a run was cancelled is an organiser's word; why it was abandoned, the driver's own. */
function withoutDriver(body: Row<'run'>['body']): Row<'run'>['body'] {
  return { ...body, driver: null, answer: 'none', reason: body.status === 'abandoned' ? '' : body.reason };
}

/** An invite that lets nobody in any more and names nobody. */
function closed(body: Row<'invite'>['body']): Row<'invite'>['body'] {
  const status = body.status === 'open' ? 'revoked' : body.status;
  return { ...body, status, label: '', member: null, usedBy: null };
}
