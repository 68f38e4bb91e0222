import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';

import type { Row } from '#domain/rows.ts';
import type { RowId } from '#domain/scalars.ts';
import { manualTime } from '#test/store/support/manual-timer.ts';
import { BRANCH, enrolledStore, NOON, testIdentity, testPorts } from '#test/store/support/test-store.ts';
import { BRIDGE, type DriverPhone, openAt, row, STATION } from '../support/driver-phone.tsx';
import { openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));
const request = (number: number, body: Partial<Extract<Row, { kind: 'request' }>['body']> = {}): Row => ({
  kind: 'request',
  id: row(number),
  body: {
    checkpoint: BRIDGE,
    what: 'fuel',
    count: 20,
    note: 'litres',
    raisedAt: NOON + number,
    status: 'open',
    promisedBy: null,
    ...body,
  },
});
const onlyRequest = async ({ store }: DriverPhone) => (await store.database.request.toArray())[0]?.body;

/** What the phone of a company holds: no more than its feeds. */
async function companyPhone(...rows: readonly Row[]): Promise<DriverPhone> {
  const time = manualTime(NOON);
  const place = {
    name: 'Bridge post',
    otherNames: null,
    code: '12',
    phone: '+7 716 2 12',
    position: { lat: 53_000_000, lon: 69_000_000 },
  };
  const branch: Row = {
    kind: 'branch',
    id: BRANCH as string as RowId,
    body: { name: 'Kokshetau', utcOffsetMinutes: 300 },
  };
  const held: readonly Row[] = [branch, { kind: 'placeContact', id: BRIDGE, body: place }, ...rows];
  return { time, store: await enrolledStore({ role: 'technicalSupport', rows: held, ports: testPorts(time) }) };
}
const openCompany = (path: string, phone: DriverPhone) =>
  openAt(path, phone, { identity: testIdentity('technicalSupport') });

test('a company sees gaps first, with the place’s number and how to call it, promises one and says it is done', async () => {
  const phone = await companyPhone(request(1));
  await openCompany('/', phone);
  const open = await screen.findByRole('region', { name: /Nobody has promised/ });
  within(open).getByText('Generator fuel × 20');
  within(open).getByText(/12\s· Bridge post/);
  expect(within(open).getByRole('link', { name: /Call/ }).getAttribute('href')).toBe('tel:+7716212');
  await press('We bring it');
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'We bring it' }));
  await screen.findByText(/There is no organisation yet/);
  fireEvent.change(screen.getByRole('textbox', { name: /Organisation/ }), { target: { value: 'Kuat Service' } });
  fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'We bring it' }));
  await screen.findByText('Promised: Kuat Service');
  await press('It is done');
  await screen.findByText('Done: Kuat Service');
  expect(await onlyRequest(phone)).toMatchObject({ status: 'done', promisedBy: 'Kuat Service' });
  await press('Undo');
  await screen.findByText('Promised: Kuat Service');
});

test('a company has no way to anything else, and does not say that nothing is needed', async () => {
  for (const path of ['/today', '/people', '/run/x', '/coverage']) {
    await openCompany(path, await companyPhone(request(1)));
    await screen.findByRole('heading', { name: 'Requests' });
  }
  expect(screen.queryByRole('button', { name: 'Not needed any more' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'New request' })).toBeNull();
});

test('an organiser asks for what a place told by telephone, and is told of what was asked twice or for a closed place', async () => {
  const laptop = await organiserLaptop(request(1), request(2));
  await openLaptopAt('/requests', laptop);
  await screen.findByText('Asked for twice here');
  fireEvent.click((await screen.findAllByRole('button', { name: 'New request' }))[0] as HTMLElement);
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: 'New request' }));
  await screen.findByText(/No place is chosen yet/);
  fireEvent.change(dialog.getByRole('combobox', { name: 'Where?' }), { target: { value: STATION } });
  fireEvent.click(dialog.getByRole('button', { name: 'Radio' }));
  fireEvent.click(dialog.getByRole('button', { name: 'New request' }));
  await screen.findByText('Asked: Radio · On this phone');
  expect(await laptop.store.database.request.count()).toBe(3);
});
