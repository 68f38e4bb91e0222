import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import type { RowId } from '#domain/scalars.ts';
import { keepPicture, watchPictures } from '#store/pictures.ts';
import { readPosition, writeMeta } from '#store/meta.ts';
import {
  deliveriesOf,
  driverPhone,
  type DriverPhone,
  openAt,
  row,
  RUN,
  runRow,
  TODAY,
} from '../support/driver-phone.tsx';

afterEach(cleanup);

const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));

async function phoneWithDelivery() {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  await press(/Delivered 20\sportions/);
  await screen.findByText(/· On this phone$/);
  return phone;
}

test('each record is listed with what it is about, where it is and how old it is', async () => {
  const phone = await phoneWithDelivery();
  phone.time.advance(180_000);
  await openAt('/unsent', phone);
  await screen.findByText('Delivery: Bridge post');
  await screen.findByText('Hot meal 20 portions');
  await screen.findByText(/· 3 min ago/);
  await screen.findByText('1 record not sent yet');
});

test('a refused record stays with its reason until somebody has seen it', async () => {
  const phone = await phoneWithDelivery();
  const { database } = phone.store;
  // The server holds it, and has refused it.
  await writeMeta(database, 'position', { ...(await readPosition(database)), acknowledgedThrough: 2 });
  await database.exceptions.put({ number: 2, status: 'rejected', code: 'notYours', isSeen: false });
  await openAt('/unsent', phone);
  await screen.findByText('This run is another driver’s now');
  await screen.findByText('Needs you');
  await press('I have seen it');
  await waitFor(() => expect(screen.queryByText('Needs you')).toBeNull());
  expect(await deliveriesOf(phone)).toHaveLength(1);
});

test.each([
  ['quarantined', 'fork', 'A copy of this phone has sent something else'],
  ['quarantined', 'revoked', 'This phone was blocked before the record arrived'],
  ['deferred', 'waitsForEntry', 'Waits for an earlier record'],
  ['deferred', 'faulty', 'The server stumbled over this record'],
] as const)('a record that is %s (%s) says why, and can be saved as a file', async (status, code, title) => {
  const phone = await phoneWithDelivery();
  await phone.store.database.exceptions.put({ number: 2, status, code, isSeen: false });
  await openAt('/unsent', phone);
  const card = within(await screen.findByRole('article', { name: 'Delivery: Bridge post' }));
  card.getByText(title);
  card.getByRole('button', { name: 'Save as file' });
  expect(card.queryByRole('button', { name: 'I have seen it' })).toBeNull();
});

test('a phone is not erased while a refusal waits for somebody to look at it', async () => {
  const phone = await phoneWithDelivery();
  const { database } = phone.store;
  await writeMeta(database, 'position', { ...(await readPosition(database)), acknowledgedThrough: 2 });
  await database.exceptions.put({ number: 2, status: 'rejected', code: 'notYours', isSeen: false });
  await openAt('/phone', phone);
  await press('Erase this phone');
  await screen.findByText(/1 record was not accepted, and nobody has looked/);
  expect(screen.queryByRole('button', { name: 'Erase' })).toBeNull();
});

test('before the answer has come no number is claimed', async () => {
  const phone = await driverPhone();
  const opening = openAt('/unsent', phone);
  await opening;
  expect(screen.queryByText('0 records not sent yet')).toBeNull();
  expect(screen.queryByText('Everything is on the server')).toBeNull();
  await screen.findByText('0 records not sent yet');
});

test('a phone with unsent work is not erased before the work was saved as a file', async () => {
  const phone = await phoneWithDelivery();
  await openAt('/phone', phone);
  await press('Erase this phone');
  await screen.findByText(/1 record is not on the server/);
  expect(screen.queryByRole('button', { name: 'Erase' })).toBeNull();
});

test('a phone with nothing unsent is erased after one question', async () => {
  const phone = await driverPhone(runRow());
  await openAt('/phone', phone);
  await press('Erase this phone');
  await screen.findByText(/What is on the server stays there/);
  expect(screen.getByRole('button', { name: 'Erase' })).toBeDefined();
});

/** A picture of a delivery whose record the server has; the picture is on this phone alone. */
async function withPhoto(phone: DriverPhone): Promise<RowId> {
  const { store } = phone;
  await keepPicture(store, HASH, Uint8Array.of(1, 2, 3));
  const args = { delivery: row(20), run: RUN, on: TODAY, hash: HASH, byteCount: 3 };
  const saved = await store.mutate({ name: 'photoAdd', args }, 'photo');
  expect(saved.ok).toBe(true);
  const { database } = store;
  await writeMeta(database, 'position', { ...(await readPosition(database)), acknowledgedThrough: 2 });
  return (await database.photo.toArray())[0]?.id ?? expect.unreachable('the photo is recorded');
}
const HASH = 'a'.repeat(52);

test.each([
  ['Erase this phone', 'Erase'],
  ['Pass this phone on', 'Pass it on'],
])('“%s” says how many photos are lost with it', async (button, yes) => {
  const phone = await driverPhone(runRow());
  await withPhoto(phone);
  await openAt('/phone', phone);
  await press(button);
  await screen.findByText(/^1 photo is on this phone alone/);
  expect(screen.queryByText('Everything you recorded is on the server.')).toBeNull();
  expect(screen.getByRole('button', { name: yes })).toBeDefined();
});

test('a picture that nobody waits for does not hide that everything is on the server', async () => {
  const phone = await driverPhone();
  await keepPicture(phone.store, HASH, Uint8Array.of(1, 2, 3));
  await openAt('/unsent', phone);
  await screen.findByText('Everything is on the server');
});

test('a picture whose photo is taken away before it was sent calls for the lane that sweeps it', async () => {
  const phone = await driverPhone(runRow());
  const photo = await withPhoto(phone);
  const { store } = phone;
  // The record is not on the server yet: there is nothing to send.
  await writeMeta(store.database, 'position', { ...(await readPosition(store.database)), acknowledgedThrough: 0 });
  const told: (readonly string[])[] = [];
  watchPictures(store, (due) => told.push(due));
  await waitFor(() => expect(told).toEqual([[]]));
  expect((await store.mutate({ name: 'photoWithdraw', args: { photo } }, 'away')).ok).toBe(true);
  await waitFor(() => expect(told.at(-1)).toEqual([`unwanted ${HASH}`]));
});
