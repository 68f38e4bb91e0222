import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { dayRequirementId } from '#domain/derived-ids.ts';
import type { Row } from '#domain/rows.ts';
import { BRIDGE, CATALOGUE, driverPhone, LUNCH, openAt, RUN, runRow, TODAY } from '../support/driver-phone.tsx';

afterEach(cleanup);

const calledOff: Row = {
  kind: 'cancellation',
  id: dayRequirementId(BRIDGE, LUNCH, TODAY),
  body: { checkpoint: BRIDGE, window: LUNCH, on: TODAY, reason: 'the post moved' },
};

test('a driver learns at the next stop, in the list and at the stop itself that nothing is needed there, and why', async () => {
  const phone = await driverPhone(...CATALOGUE, runRow(), calledOff);
  await openAt(`/run/${RUN}`, phone);
  expect(await screen.findAllByText(/Nothing is needed here any more: the post moved/)).toHaveLength(2);
  cleanup();
  await openAt(`/run/${RUN}/stop/0`, phone);
  await screen.findByText(/Nothing is needed here any more: the post moved/);
});

test('and of a place where it is needed nothing is said', async () => {
  await openAt(`/run/${RUN}`, await driverPhone(...CATALOGUE, runRow()));
  await screen.findAllByText(/Bridge post/);
  expect(screen.queryByText(/Nothing is needed/)).toBeNull();
});
