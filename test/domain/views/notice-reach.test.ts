import { describe, expect, test } from 'vitest';

import { MAX_NOTICE_MARKS } from '#domain/people.ts';
import type { RowId } from '#domain/scalars.ts';
import { heldMarks, type NoticeReach, noticeReach, type Phones } from '#domain/views/notice-reach.ts';

const id = (text: string) => text as RowId;
const OWN = id('own');
const MARK = 'roadmark';

type Phone = {
  readonly has: readonly string[] | null | 'never heard';
  readonly status?: 'revoked';
  readonly of?: string;
};

/** Everybody's phones; the one that asks is there too, and an organiser whom nobody has confirmed. */
function reach(...phones: readonly Phone[]): NoticeReach {
  const named = [{ has: null }, ...phones].map((phone, index) => ({
    ...phone,
    id: index === 0 ? OWN : id(`p${index}`),
  }));
  const rows: Phones = {
    own: OWN,
    members: [
      { id: id('anna'), body: { status: 'active', role: 'driver' } },
      { id: id('newcomer'), body: { status: 'waiting', role: 'organiser' } },
      { id: id('marat'), body: { status: 'active', role: 'coordinator' } },
    ],
    devices: named.map((phone: Phone & { readonly id: RowId }) => ({
      id: phone.id,
      body: { member: id(phone.of ?? 'anna'), status: phone.status ?? 'active' },
    })),
    contacts: named.flatMap(({ id: device, has }) =>
      has === 'never heard' ? [] : [{ id: device, body: { notices: has === null ? null : [...has] } }],
    ),
  };
  return noticeReach(MARK, heldMarks(rows));
}

describe('on how many phones a notice is not yet', () => {
  test('a phone has it when it proved to hold it as it stands; another wording is not it', () => {
    expect(reach({ has: ['other000', MARK] }, { has: ['other000'] })).toEqual({ phones: 2, without: 1, unknown: 0 });
  });

  test('a phone that was never heard since it joined has nothing', () => {
    expect(reach({ has: 'never heard' })).toEqual({ phones: 1, without: 1, unknown: 0 });
  });

  test('a phone of which the server has not said what it holds is unknown, and neither with nor without', () => {
    expect(reach({ has: null }, { has: [MARK] })).toEqual({ phones: 2, without: 0, unknown: 1 });
  });

  test('a list that is full says nothing of what is not on it', () => {
    const full = Array.from({ length: MAX_NOTICE_MARKS }, (_, index) => `m${index}`);
    expect(reach({ has: full })).toEqual({ phones: 1, without: 0, unknown: 1 });
    expect(reach({ has: [MARK, ...full.slice(1)] })).toEqual({ phones: 1, without: 0, unknown: 0 });
  });

  test('a coordinator’s phone is never told of notices, and is none of those that could have one', () => {
    expect(reach({ has: [], of: 'marat' }, { has: [MARK] })).toEqual({ phones: 1, without: 0, unknown: 0 });
  });

  test('this phone is not asked about, nor a blocked one, nor one whose holder reads no notices yet', () => {
    expect(reach({ has: [], status: 'revoked' }, { has: [], of: 'newcomer' })).toEqual({
      phones: 0,
      without: 0,
      unknown: 0,
    });
  });
});
