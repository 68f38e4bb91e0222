import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { afterEach, expect, test, vi } from 'vitest';

import { SettingsProvider } from '#screens/common/settings.tsx';
import { prepareWords } from '#screens/common/words.ts';
import { OpenRealBrowser } from '#screens/enrol/open-real-browser.tsx';

const SECRET = '7h9k2m4n6p8q';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function show(onStay: () => void = () => undefined): Promise<void> {
  await prepareWords('en', ['common', 'enrol']);
  render(
    <SettingsProvider initial={{ theme: 'dark', textSize: 100, language: 'en' }}>
      <Suspense fallback={null}>
        <OpenRealBrowser secret={SECRET} onStay={onStay} />
      </Suspense>
    </SettingsProvider>,
  );
}

test('the invitation goes to the real browser unused: as a link to copy, and as a code to type', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await show();
  screen.getByText(/^7H9K.2M4N.6P8Q$/);
  fireEvent.click(screen.getByRole('button', { name: 'Copy the link' }));
  await screen.findByRole('button', { name: 'Copied' });
  expect(write).toHaveBeenCalledWith(`${window.location.origin}/enrol#${SECRET}`);
});

test('a window that forbids copying still shows the code, and lets whoever has no other browser go on', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('forbidden'));
  const stay = vi.fn<() => void>();
  await show(stay);
  fireEvent.click(screen.getByRole('button', { name: 'Copy the link' }));
  expect(await screen.findByText(/^7H9K.2M4N.6P8Q$/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Go on in this window all the same' }));
  expect(stay).toHaveBeenCalledOnce();
});
