import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { screenDrawn } from '#screens/common/screen-drawn.ts';
import { sharedAnswer } from '#store/live/shared-answers.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { coverageStanding } from '#store/queries/coverage-standing.ts';

import { openLaptopAt, organiserLaptop } from '../support/organiser-laptop.tsx';

afterEach(cleanup);

function standingOf(store: PhoneStore) {
  return sharedAnswer(store, coverageStanding, []).current();
}

test('what the board stands on is known on a screen that needs none of it, once that screen is drawn', async () => {
  const { store, ...laptop } = await organiserLaptop();
  await openLaptopAt('/people', { store, ...laptop });
  await screen.findByRole('heading', { name: 'People and phones' });
  await waitFor(() => expect(standingOf(store)).toBeDefined());
});

test('an import is not slowed by the board, which would be read anew at each of its steps', async () => {
  const { store, ...laptop } = await organiserLaptop();
  await openLaptopAt('/import', { store, ...laptop });
  await screen.findByText('Choose a file');
  // What is asked for once the screen is drawn is answered by the time that it is drawn again.
  await act(() => screenDrawn(store));
  await act(() => screenDrawn(store));
  expect(standingOf(store)).toBeUndefined();
});
