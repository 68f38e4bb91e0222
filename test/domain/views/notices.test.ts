import { describe, expect, test } from 'vitest';

import type { NoticeBody } from '#domain/notice.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { chatLinks, noticesOn, textsFor } from '#domain/views/notices.ts';
import { roadsByPlace } from '#domain/views/roads.ts';

const TODAY = '2026-01-15' as Day;
const notice = (id: string, part: Partial<NoticeBody> = {}) => ({
  id: id as RowId,
  body: {
    topic: 'hotline',
    texts: [{ language: 'ru', title: 'Горячая линия', text: '' }],
    phone: null,
    chats: [],
    until: null,
    isPinned: false,
    affects: null,
    status: 'open',
    ...part,
  } satisfies NoticeBody,
});

describe('the notices of a day', () => {
  test('are those that are open and not over, its last day among them, the pinned ones first', () => {
    const shown = noticesOn(
      [
        notice('a.1'),
        notice('a.2', { status: 'closed' }),
        notice('a.3', { until: TODAY }),
        notice('a.4', { until: '2026-01-14' as Day }),
        notice('a.5', { isPinned: true }),
      ],
      TODAY,
    );
    expect(shown.map(({ id }) => id)).toEqual(['a.5', 'a.3', 'a.1']);
  });

  test('are read in one’s own language first, and in the others after it', () => {
    const texts = (['kk', 'ru', 'en'] as const).map((language) => ({ language, title: language, text: '' }));
    expect(textsFor({ texts }, 'en').map(({ language }) => language)).toEqual(['en', 'kk', 'ru']);
    expect(textsFor({ texts: texts.slice(0, 1) }, 'en').map(({ language }) => language)).toEqual(['kk']);
  });
});

test('a number opens in a chat by its digits, each chat once, and only with its country code', () => {
  const chats: NoticeBody['chats'] = ['telegram', 'whatsapp', 'telegram'];
  expect(chatLinks({ phone: '+7 (716) 200-00-09', chats })).toEqual([
    { chat: 'telegram', href: 'https://t.me/+77162000009' },
    { chat: 'whatsapp', href: 'https://wa.me/77162000009' },
  ]);
  expect(chatLinks({ phone: '102', chats })).toEqual([]);
  expect(chatLinks({ phone: null, chats })).toEqual([]);
});

describe('the roads of a day', () => {
  const road = (part: Partial<NoticeBody>): Partial<NoticeBody> => ({ topic: 'road', ...part });
  const placesOf = (...all: ReturnType<typeof notice>[]) =>
    [...roadsByPlace(all, TODAY)].map(([place, { id }]) => `${place} ${id}`);

  test('mark the places that an open notice of a road names, the pinned notice first', () => {
    const bridge = ['bridge' as RowId];
    const places = { affects: ['bridge', 'school'] as RowId[] };
    expect(placesOf(notice('a.1', road(places)), notice('a.2', road({ affects: bridge, isPinned: true })))).toEqual([
      'bridge a.2',
      'school a.1',
    ]);
  });

  test('and no others: not one that is over, taken down, or of another topic', () => {
    const affects = ['bridge' as RowId];
    const past = notice('a.1', road({ affects, until: '2026-01-14' as Day }));
    expect(placesOf(past, notice('a.2', road({ affects, status: 'closed' })))).toEqual([]);
    expect(placesOf(notice('a.3', { topic: 'weather', affects }), notice('a.4', road({ affects: null })))).toEqual([]);
  });
});
