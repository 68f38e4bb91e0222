import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import { noticeMark } from '#protocol/notice-mark.ts';
import { rowJson } from '#protocol/row-json.ts';
import { readPosition, writeMeta } from '#store/meta.ts';
import { sha256 } from '#store/sha256.ts';
import { NOON } from '#test/store/support/test-store.ts';
import { row } from '../support/driver-phone.tsx';
import { ANNA, ANNAS_PHONE, device, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

const notice = (number: number, title: string): Extract<Row, { kind: 'notice' }> => ({
  kind: 'notice',
  id: row(number),
  body: {
    topic: 'road',
    texts: [{ language: 'en', title, text: '' }],
    phone: null,
    chats: [],
    until: null,
    isPinned: false,
    affects: null,
    status: 'open',
  },
});

test('what is on all phones but those of which nothing is known is said to be on so many, and not to be lacking on none', async () => {
  const arrived = notice(70, 'Bridge closed');
  const marks = [noticeMark(sha256, arrived.id, rowJson('notice', arrived.body))];
  const second = row(72);
  const contact = { heardAt: NOON, throughNumber: 3 };
  const laptop = await organiserLaptop(
    arrived,
    { kind: 'contact', id: ANNAS_PHONE, body: { ...contact, notices: marks } },
    { kind: 'device', id: second, body: device(ANNA, 'Old phone') },
    { kind: 'contact', id: second, body: { ...contact, notices: null } },
  );
  const { database } = laptop.store;
  await writeMeta(database, 'position', { ...(await readPosition(database)), heardAt: NOON });
  await openLaptopAt('/notices/edit', laptop);
  const card = within(await screen.findByRole('article', { name: 'Bridge closed' }));
  await card.findByText(/^On 1 of 2\s?other phones, not known of 1\s?phone · as known/);
});

test('each notice says on how many phones it is not yet, and when that was known; it names nobody', async () => {
  const [arrived, fresh] = [notice(70, 'Bridge closed'), notice(71, 'Storm tonight')];
  const marks = [noticeMark(sha256, arrived.id, rowJson('notice', arrived.body))];
  const second = row(72);
  const laptop = await organiserLaptop(
    arrived,
    fresh,
    { kind: 'contact', id: ANNAS_PHONE, body: { heardAt: NOON, throughNumber: 3, notices: marks } },
    { kind: 'device', id: second, body: device(ANNA, 'Old phone') },
  );
  const { database } = laptop.store;
  await writeMeta(database, 'position', { ...(await readPosition(database)), heardAt: NOON });
  await openLaptopAt('/notices/edit', laptop);
  const card = async (name: string) => within(await screen.findByRole('article', { name }));
  await (await card('Bridge closed')).findByText(/^Not yet on 1 of 2\s?other phones · as known at \d\d:\d\d$/);
  await (await card('Storm tonight')).findByText(/^Not yet on 2 of 2\s?other phones/);
  expect(screen.queryByText(/Anna/)).toBe(null);
});
