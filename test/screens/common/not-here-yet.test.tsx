import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { areas } from '#i18n/load-words.ts';
import { memoryAddressBar } from '#screens/common/address-bar.ts';
import { ClientProvider } from '#screens/common/client.tsx';
import { ScreenNotHere } from '#screens/common/not-here-yet.tsx';
import { Router } from '#screens/common/router.tsx';
import { SettingsProvider } from '#screens/common/settings.tsx';
import { prepareWords } from '#screens/common/words.ts';
import type { SyncState } from '#sync/sync-state.ts';
import { enrolledStore, NOON, testIdentity } from '#test/store/support/test-store.ts';

import { STILL } from '../support/driver-phone.tsx';

afterEach(cleanup);

test('a screen that is not here is asked for when somebody goes to it, and again whenever the server was heard', async () => {
  let state: SyncState = { ...STILL.getState(), lastHeardAt: NOON };
  const listeners = new Set<() => void>();
  const sync = {
    ...STILL,
    getState: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const become = (next: Partial<SyncState>) =>
    act(() => {
      state = { ...state, ...next };
      for (const listener of listeners) listener();
    });
  let askedCount = 0;
  const store = await enrolledStore();
  await prepareWords('en', areas);
  await act(async () =>
    render(
      <SettingsProvider initial={{ theme: 'dark', textSize: 100, language: 'en' }}>
        <ClientProvider store={store} sync={sync} identity={testIdentity()}>
          <Router bar={memoryAddressBar('/unsent')}>
            <ScreenNotHere
              isComing={false}
              onRetry={() => {
                askedCount += 1;
              }}
            />
          </Router>
        </ClientProvider>
      </SettingsProvider>,
    ),
  );
  screen.getByText('This screen is not on this phone yet');
  expect(askedCount).toBe(1);
  become({ type: 'idle', nextTryAt: NOON + 60_000 });
  expect(askedCount).toBe(1);
  become({ lastHeardAt: NOON + 1_000 });
  expect(askedCount).toBe(2);
});
