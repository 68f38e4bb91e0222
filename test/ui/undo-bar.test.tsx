import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { UndoBar, type UndoOffer } from '#ui/undo-bar.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const offer: UndoOffer = { id: 'delivery 1', message: 'Delivered 20', undoLabel: 'Undo', totalMs: 10_000 };

function bar(shown: UndoOffer | undefined, heard: string[]) {
  return <UndoBar offer={shown} onUndo={(id) => heard.push(`undo ${id}`)} onEnd={(id) => heard.push(`end ${id}`)} />;
}

test('what was done is said politely, in a region that was there before', () => {
  const { rerender } = render(bar(undefined, []));
  const region = screen.getByRole('status');
  expect(region.textContent).toBe('');
  rerender(bar(offer, []));
  expect(screen.getByRole('status')).toBe(region);
  expect(region.textContent).toContain('Delivered 20');
});

test('undo is offered for ten seconds and not a moment longer', () => {
  const heard: string[] = [];
  render(bar(offer, heard));
  act(() => void vi.advanceTimersByTime(9_999));
  expect(heard).toEqual([]);
  act(() => void vi.advanceTimersByTime(1));
  expect(heard).toEqual(['end delivery 1']);
});

test('drawing the screen anew does not make the time longer', () => {
  const heard: string[] = [];
  const { rerender } = render(bar(offer, heard));
  act(() => void vi.advanceTimersByTime(6_000));
  rerender(bar({ ...offer, message: 'Delivered 20, saved' }, heard));
  act(() => void vi.advanceTimersByTime(4_000));
  expect(heard).toEqual(['end delivery 1']);
});

test('another act has its own time, and the first one is not ended twice', () => {
  const heard: string[] = [];
  const { rerender } = render(bar(offer, heard));
  act(() => void vi.advanceTimersByTime(6_000));
  rerender(bar({ ...offer, id: 'delivery 2' }, heard));
  act(() => void vi.advanceTimersByTime(9_000));
  expect(heard).toEqual([]);
  act(() => void vi.advanceTimersByTime(1_000));
  expect(heard).toEqual(['end delivery 2']);
});

test('an offer that comes back to the screen has only the time that is left', () => {
  const heard: string[] = [];
  render(bar({ ...offer, remainingMs: 2_000 }, heard));
  act(() => void vi.advanceTimersByTime(2_000));
  expect(heard).toEqual(['end delivery 1']);
});

test('undo takes back that very act', () => {
  const heard: string[] = [];
  render(bar(offer, heard));
  fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(heard).toEqual(['undo delivery 1']);
});
