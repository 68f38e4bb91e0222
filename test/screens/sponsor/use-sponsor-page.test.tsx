import { renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { err } from '#lib/result.ts';
import { useSponsorPage } from '#screens/sponsor/use-sponsor-page.ts';
import type { SponsorLink } from '#sync/sponsor-link.ts';

afterEach(() => vi.useRealTimers());

test('what is wanted while an answer is on its way may be newer than it, and is asked for after it', async () => {
  const answers: ((answer: Awaited<ReturnType<SponsorLink['ask']>>) => void)[] = [];
  const ask: SponsorLink['ask'] = () => new Promise((resolve) => answers.push(resolve));
  const link: SponsorLink = { kept: () => undefined, ask, offer: ask, photo: () => Promise.resolve(null) };
  const { result } = renderHook(() => useSponsorPage(link));
  window.dispatchEvent(new Event('online'));
  expect(answers).toHaveLength(1);
  answers[0]?.(err('unreachable'));
  await waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.(err('closed'));
  await waitFor(() => expect(result.current.standing).toEqual({ type: 'closed' }));
});

test('a page that was left asks no more, though an answer was still on its way', async () => {
  vi.useFakeTimers();
  const answers: ((answer: Awaited<ReturnType<SponsorLink['ask']>>) => void)[] = [];
  const ask: SponsorLink['ask'] = () => new Promise((resolve) => answers.push(resolve));
  const link: SponsorLink = { kept: () => undefined, ask, offer: ask, photo: () => Promise.resolve(null) };
  const { unmount } = renderHook(() => useSponsorPage(link));
  unmount();
  answers[0]?.(err('unreachable'));
  await vi.runAllTimersAsync();
  expect(answers).toHaveLength(1);
});
