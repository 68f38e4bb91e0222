import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';

import { driverPhone, openAt, RUN, runRow } from '../support/driver-phone.tsx';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(state: 'visible' | 'hidden'): void {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  document.dispatchEvent(new Event('visibilitychange'));
}

test('a page that nobody sees has no clock that ticks; one that comes back has', async () => {
  const ticking = new Set<unknown>();
  const { setInterval: begin, clearInterval: end } = globalThis;
  vi.spyOn(globalThis, 'setInterval').mockImplementation((...asked: Parameters<typeof begin>) => {
    const timer = begin(...asked);
    ticking.add(timer);
    return timer;
  });
  vi.spyOn(globalThis, 'clearInterval').mockImplementation((timer) => {
    ticking.delete(timer);
    end(timer);
  });
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  await screen.findByRole('button', { name: /Delivered 20\sportions/ });
  expect(ticking.size).toBeGreaterThan(0);
  show('hidden');
  expect(ticking.size).toBe(0);
  show('visible');
  expect(ticking.size).toBeGreaterThan(0);
});
