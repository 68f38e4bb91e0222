import { expect, test } from 'vitest';

import { parseBody } from '#domain/rows.ts';
import type { Count, RowId } from '#domain/scalars.ts';
import { rowJson } from '#protocol/row-json.ts';

test('8.7 a body has one JSON text, in the order of its shape, at every depth', () => {
  const checkpoint = {
    status: 'open',
    position: { lon: 69_000_001, lat: 53_000_000 },
    phone: null,
    district: '',
    otherNames: { en: null, kk: 'Зеренді', ru: null },
    landmark: 'by the "old" mill\n',
    code: '17',
    name: 'Зеренда',
  } as const;
  const text =
    '{"name":"Зеренда","otherNames":{"kk":"Зеренді","ru":null,"en":null},"code":"17","landmark":"by the \\"old\\" mill\\n","district":"","phone":null,"position":{"lat":53000000,"lon":69000001},"status":"open"}';
  expect(rowJson('checkpoint', checkpoint)).toBe(text);
  expect(JSON.stringify(parseBody('checkpoint', checkpoint))).toBe(text);
  const correction = {
    member: null,
    recordedAt: 1_700_000_000_000,
    note: '',
    reason: null,
    lines: [{ count: 2500 as Count, item: 'aaaabbbbccccdddd.2' as RowId }],
    deliveryMember: null,
    delivery: 'aaaabbbbccccdddd.3' as RowId,
  };
  expect(rowJson('correction', correction)).toBe(
    '{"delivery":"aaaabbbbccccdddd.3","deliveryMember":null,"lines":[{"item":"aaaabbbbccccdddd.2","count":2500}],"reason":null,"note":"","recordedAt":1700000000000,"member":null}',
  );
});
