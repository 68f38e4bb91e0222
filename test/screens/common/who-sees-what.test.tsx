import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { testIdentity } from '#test/store/support/test-store.ts';
import { driverPhone, openAt, runRow } from '../support/driver-phone.tsx';

afterEach(cleanup);

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
