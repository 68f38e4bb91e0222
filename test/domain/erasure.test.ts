import { expect, test } from 'vitest';
import { erasePerson, personalKinds } from '#domain/erasure.ts';
import { bodies, kinds, type Row } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { type Shape, shapeOf } from '#protocol/shape.ts';

const MEMBER = 'zzmember' as RowId;
const DEVICE = 'zzdevice';
const person = { member: MEMBER, devices: new Set([DEVICE]) };
/** What fields are called that say who: whoever adds one under another name adds it here. */
const WHO = ['member', 'deliveryMember', 'driver'];
const WHOSE_PHONE = ['device', 'usedBy'];

/** A body in which every field that says who says this person. */
function bodyAbout(shape: Shape, field: string): unknown {
  if (WHO.includes(field)) return MEMBER;
  if (WHOSE_PHONE.includes(field)) return DEVICE;
  switch (shape.type) {
    case 'object':
      return Object.fromEntries(Object.entries(shape.entries).map(([name, inner]) => [name, bodyAbout(inner, name)]));
    case 'array':
      return [bodyAbout(shape.item, '')];
    case 'nullable':
      return bodyAbout(shape.wrapped, field);
    case 'picklist':
      return shape.options[0];
    case 'number':
      return 1;
    case 'boolean':
      return false;
    default:
      return 'x';
  }
}

const rowOf = (kind: Row['kind'], id: string): Row =>
  ({ kind, id, body: bodyAbout(shapeOf<unknown>(bodies[kind]), '') }) as Row;

test.each(kinds)(
  'a row of kind %s that is erased says nothing of the person any more, and keeps its amounts',
  (kind) => {
    const row = rowOf(kind, 'row');
    const patch = erasePerson(row, person);
    const saysWho = JSON.stringify(row.body).includes('zz');
    expect(patch !== undefined).toBe(saysWho);
    expect(JSON.stringify(patch ?? {})).not.toContain('zz');
    if (saysWho) expect(personalKinds).toContain(kind);
    const before = row.body as { readonly lines?: unknown };
    if (patch?.op === 'put' && before.lines !== undefined) expect(patch.body).toMatchObject({ lines: before.lines });
  },
);

test('the person’s own row and the contact of their phone go', () => {
  expect(erasePerson(rowOf('member', MEMBER), person)).toMatchObject({ op: 'remove', kind: 'member' });
  expect(erasePerson(rowOf('contact', DEVICE), person)).toMatchObject({ op: 'remove', kind: 'contact' });
});

test.each(['delivery', 'correction', 'shift', 'request'] as const)(
  'what they wrote into a %s goes with them',
  (kind) => {
    const device = 'abcdefgh01234567';
    const patch = erasePerson(rowOf(kind, `${device}.3`), { ...person, devices: new Set([DEVICE, device]) });
    expect(patch).toMatchObject({ op: 'put', kind, body: { note: '' } });
  },
);

test('of their run goes why they abandoned it, and why an organiser cancelled it stays', () => {
  const { body, ...key } = rowOf('run', 'row');
  const reasonOf = (status: string) =>
    erasePerson({ ...key, body: { ...body, status, reason: 'Flat tyre' } } as Row, person);
  expect(reasonOf('abandoned')).toMatchObject({ body: { driver: null, reason: '' } });
  expect(reasonOf('cancelled')).toMatchObject({ body: { driver: null, reason: 'Flat tyre' } });
});

test('nothing of anybody else changes', () => {
  const other = { member: 'other' as RowId, devices: new Set(['another']) };
  for (const kind of kinds) expect(erasePerson(rowOf(kind, 'row'), other)).toBeUndefined();
});
