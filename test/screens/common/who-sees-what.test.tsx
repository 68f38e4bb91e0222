import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';

import { testIdentity } from '#test/store/support/test-store.ts';
import { driverPhone, openAt, runRow } from '../support/driver-phone.tsx';
import { openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('an organiser whom nobody has confirmed waits, and is told for what', async () => {
  const identity = { ...testIdentity('organiser'), isWaiting: true };
  await openAt('/today', await driverPhone(), { identity });
  await screen.findByText('Another organiser must confirm you');
});

test('a blocked phone shows no plan, and keeps the way to its unsent work', async () => {
  await openAt('/', await driverPhone(runRow()), { identity: { ...testIdentity(), isRevoked: true } });
  await screen.findByText('This phone was blocked');
  expect(screen.queryByText('Bridge post')).toBeNull();
  expect(screen.getByRole('button', { name: 'Save as file' })).toBeDefined();
});

test.each([
  ['/phone', null],
  ['/items', 'Places'],
  ['/coverage', 'Coverage'],
])("on an organiser's phone %s is marked in the bar as %s", async (path, place) => {
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }));
  await openLaptopAt(path, await organiserLaptop());
  const links = await screen.findAllByRole('link', { name: /Coverage|Today|Places|People|Unsent/ });
  const current = links.filter((link) => link.getAttribute('aria-current') === 'page');
  expect([links.length, current.map((link) => link.textContent)]).toEqual([5, place === null ? [] : [place]]);
});
