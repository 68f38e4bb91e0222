import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { inviteIdOf } from '#protocol/names.ts';
import type { Row } from '#domain/rows.ts';
import { sha256 } from '#store/sha256.ts';

import type { DeviceId, RowId } from '#domain/scalars.ts';

import { type DriverPhone, row } from '../support/driver-phone.tsx';
import { ANNA, ANNAS_PHONE, bodiesOf, device, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

test('an invitation shows its secret as picture, code and link, and only its hash is written down', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/people/invite', laptop);
  await person.type(await screen.findByLabelText('For whom?'), 'Sergei');
  await person.click(screen.getByRole('button', { name: 'Make the invitation' }));
  const code = (await screen.findByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)).textContent;
  const secret = code.toLowerCase().replaceAll('-', '');
  screen.getByText(new RegExp(`/enrol#${secret}$`));
  screen.getByRole('img', { name: 'Invitation as a QR picture' });
  screen.getByText(/It works once the server has it/);
  const invites = await laptop.store.database.invite.toArray();
  expect(invites).toMatchObject([
    { id: inviteIdOf(sha256, secret), body: { role: 'driver', label: 'Sergei', status: 'open', member: null } },
  ]);
  expect(await everythingWrittenDown(laptop.store.database)).not.toContain(secret);
});

/** The code that comes in the place of this one; between the two there is none. */
async function codeAfter(code: string): Promise<string> {
  return waitFor(() => {
    const shown = screen.getByText(CODE).textContent;
    expect(shown).not.toBe(code);
    return shown;
  });
}

test('when somebody has joined by an invitation for anyone, the next one appears by itself', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/people/invite', laptop);
  await person.click(await screen.findByRole('button', { name: 'Make the invitation' }));
  const first = (await screen.findByText(CODE)).textContent;
  await joins(laptop, 'Timur');
  await screen.findByText('Timur has joined');
  const second = await codeAfter(first);
  await joins(laptop, 'Saule');
  await screen.findByText('Saule has joined');
  screen.getByText('So far: 2 people.');
  await codeAfter(second);
  expect((await bodiesOf(laptop, 'invite')).map(({ status }) => status).toSorted()).toEqual(['open', 'used', 'used']);
});

test('an invitation for somebody by name is followed by no other', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/people/invite', laptop);
  await person.type(await screen.findByLabelText('For whom?'), 'Timur');
  await person.click(screen.getByRole('button', { name: 'Make the invitation' }));
  await screen.findByText(CODE);
  await joins(laptop, 'Timur');
  await screen.findByText('Timur has joined');
  await expect.poll(() => screen.queryByText(CODE)).toBeNull();
  expect(await bodiesOf(laptop, 'invite')).toHaveLength(1);
});

test('whoever has a phone may get another one', async () => {
  const laptop = await organiserLaptop();
  await openLaptopAt('/people', laptop);
  const links = await screen.findAllByRole('link', { name: 'Invite another phone' });
  expect(links.map((link) => link.getAttribute('href'))).toContain(`/people/invite?member=${ANNA}`);
});

test('an open invitation is withdrawn', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop(invite());
  await openLaptopAt('/people', laptop);
  await screen.findByText('Sergei');
  await person.click(screen.getByRole('button', { name: 'Withdraw' }));
  await expect.poll(async () => (await bodiesOf(laptop, 'invite'))[0]?.status).toBe('revoked');
  await expect.poll(() => screen.queryByText('Sergei')).toBeNull();
});

test('an organiser who waits is confirmed by one who knows them', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop({
    kind: 'member',
    id: row(50),
    body: { name: 'Nurlan', role: 'organiser', status: 'waiting', phone: '+7 707 000 00 02' },
  });
  await openLaptopAt('/people', laptop);
  await screen.findByText('Nurlan: Wants to organise with you');
  screen.getByRole('link', { name: 'Call Nurlan +7 707 000 00 02' });
  await person.click(screen.getByRole('button', { name: 'Confirm' }));
  await screen.findByRole('heading', { name: 'Nurlan' });
  expect((await bodiesOf(laptop, 'member')).find(({ name }) => name === 'Nurlan')?.status).toBe('active');
});

test('a lost phone is blocked after one explanation; this phone cannot be', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/people', laptop);
  const [block, ...others] = await screen.findAllByRole('button', { name: /^Block/ });
  expect(others).toEqual([]);
  if (block === undefined) throw new Error("Anna's phone can be blocked");
  await person.click(block);
  const form = within(screen.getByRole('dialog', { name: 'Block the phone “Android, Chrome”?' }));
  form.getByText(/loses names and plans at its next contact/);
  await person.click(form.getByRole('button', { name: 'Block' }));
  await screen.findByText('blocked');
  expect((await laptop.store.database.device.get(ANNAS_PHONE))?.body.status).toBe('revoked');
});

test('a driver without a phone is added by name, and can be invited with one later', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/people', laptop);
  await person.click(await screen.findByRole('button', { name: 'Add a driver by name' }));
  await person.type(screen.getByLabelText('Name'), 'Uncle Kolya');
  await person.type(screen.getByLabelText('Telephone'), '8 7162 33 44 55{Enter}');
  await screen.findByRole('heading', { name: 'Uncle Kolya' });
  await person.click(screen.getByRole('link', { name: 'Invite their phone' }));
  await screen.findByText('The invitation lets in another phone of Uncle Kolya.');
  await person.click(screen.getByRole('button', { name: 'Make the invitation' }));
  await screen.findByText(/^[0-9A-Z]{4}-/);
  const kolya = (await laptop.store.database.member.toArray()).find(({ body }) => body.name === 'Uncle Kolya');
  expect(await bodiesOf(laptop, 'invite')).toMatchObject([{ member: kolya?.id, role: 'driver' }]);
});

const CODE = /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/;

let newcomers = 0;
/** What the next page brings once somebody has come by the open invitation. */
async function joins({ store }: DriverPhone, name: string): Promise<void> {
  newcomers += 1;
  const phone = `newcomer${newcomers}`.padEnd(16, '0') as DeviceId;
  const { member, device: devices, invite: invites } = store.database;
  await member.put({ id: row(60 + newcomers), body: { name, role: 'driver', status: 'active', phone: null } });
  await devices.put({ id: phone as string as RowId, body: device(row(60 + newcomers), 'Android') });
  const open = (await invites.toArray()).find(({ body }) => body.status === 'open');
  if (open === undefined) throw new Error('there is an open invitation');
  await invites.put({ id: open.id, body: { ...open.body, status: 'used', usedBy: phone } });
}

function invite(): Row {
  return {
    kind: 'invite',
    id: inviteIdOf(sha256, '0123456789ab'),
    body: {
      role: 'driver',
      label: 'Sergei',
      expiresAt: Date.UTC(2026, 0, 17),
      status: 'open',
      usedBy: null,
      fromOperator: false,
      member: null,
    },
  };
}

/** Every record of every table, as text; bytes as letters. */
async function everythingWrittenDown(database: {
  readonly tables: readonly { readonly toArray: () => PromiseLike<unknown[]> }[];
}) {
  const records = await Promise.all(database.tables.map((table) => table.toArray()));
  return JSON.stringify(records, (_, value: unknown) =>
    value instanceof Uint8Array ? String.fromCharCode(...value) : value,
  );
}

test('a sheet of twenty invitations is made at once, each with its own code, in the language of whoever gets them', async () => {
  const person = userEvent.setup();
  const laptop = await organiserLaptop();
  await openLaptopAt('/people', laptop);
  await person.click(await screen.findByRole('link', { name: 'A sheet of invitations' }));
  await person.click(await screen.findByRole('radio', { name: 'Қазақша' }));
  await person.click(screen.getByRole('button', { name: /^Make 20\sinvitations$/ }));
  const sheet = within(await screen.findByRole('region', { name: 'Sheet of invitations' }));
  const slips = sheet.getAllByRole('listitem');
  expect(slips).toHaveLength(20);
  const codes = new Set(slips.map((slip) => within(slip).getByText(CODE).textContent));
  expect(codes.size).toBe(20);
  expect(sheet.getAllByText('Телефон камерасын бағыттаңыз.')).toHaveLength(20);
  const invites = await bodiesOf(laptop, 'invite');
  expect(invites).toHaveLength(20);
  expect(new Set(invites.map(({ role, label, member, status }) => `${role} ${label} ${member} ${status}`))).toEqual(
    new Set(['driver  null open']),
  );
  expect(await everythingWrittenDown(laptop.store.database)).not.toContain(
    [...codes][0]?.toLowerCase().replaceAll('-', ''),
  );
  await openLaptopAt('/people', laptop);
  const line = (await screen.findByText(/20\sinvitations/)).closest('li');
  if (line === null) throw new Error('the sheet is one line of the list');
  await person.click(within(line).getByRole('button', { name: 'Withdraw' }));
  await waitFor(() => expect(screen.queryByText(/invitations? ·/)).toBeNull());
  expect(new Set((await bodiesOf(laptop, 'invite')).map(({ status }) => status))).toEqual(new Set(['revoked']));
});
