import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';

import { ClientProvider } from '#screens/common/client.tsx';
import { useKept } from '#screens/common/use-kept.ts';
import { sharedAnswer } from '#store/live/shared-answers.ts';
import { unsentCount } from '#store/queries/unsent-count.ts';
import { manualTime } from '#test/store/support/manual-timer.ts';
import { enrolledStore, NOON, testIdentity, testPorts } from '#test/store/support/test-store.ts';

import { STILL } from '../support/driver-phone.tsx';

test('an answer is there for a minute after its screen was left, and follows what changes; then it is forgotten', async () => {
  const time = manualTime(NOON);
  const store = await enrolledStore({ ports: testPorts(time) });
  const answer = () => sharedAnswer(store, unsentCount, []).current()?.answer.unsent;
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <ClientProvider store={store} sync={STILL} identity={testIdentity()}>
      {children}
    </ClientProvider>
  );
  const { unmount } = renderHook(() => useKept(unsentCount), { wrapper });
  await waitFor(() => expect(answer()).toBe(0));
  unmount();
  time.advance(59_999);
  const entry = await store.database.log.toCollection().first();
  expect(entry).toBeDefined();
  if (entry !== undefined) await store.database.log.put({ ...entry, number: 2, tap: 'later' });
  await waitFor(() => expect(answer()).toBe(1));
  time.advance(1);
  await waitFor(() => expect(answer()).toBeUndefined());
});
