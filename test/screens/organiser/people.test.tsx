import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';

import { inviteIdOf } from '#protocol/names.ts';
import type { Row } from '#domain/rows.ts';
import { sha256 } from '#store/sha256.ts';

import { row } from '../support/driver-phone.tsx';
import { ANNAS_PHONE, bodiesOf, openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

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
