import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { flushSync } from 'react-dom';
import { afterEach, expect, test, vi } from 'vitest';

import { memoryAddressBar } from '#screens/common/address-bar.ts';
import { matchPath } from '#screens/common/match-path.ts';
import {
  Link,
  Navigate,
  Route,
  Router,
  Routes,
  useLocation,
  useParams,
  useSearchParams,
} from '#screens/common/router.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

test('a path fits a pattern part by part, and its named parts are known', () => {
  expect(matchPath('/run/:id/stop/:index', '/run/a.1/stop/2')).toEqual({ id: 'a.1', index: '2' });
  expect(matchPath('/run/:id', '/run/%D2%93/')).toEqual({ id: 'ғ' });
  expect(matchPath('/run/:id', '/run/%E0%A4%A')).toEqual({ id: '%E0%A4%A' });
  expect(matchPath('/', '/')).toEqual({});
  expect(matchPath('*', '/any/where')).toEqual({});
  expect(matchPath('/run/:id', '/run')).toBeUndefined();
  expect(matchPath('/run/:id', '/runs/1')).toBeUndefined();
});

function Run() {
  const { id } = useParams();
  const { hash } = useLocation();
  const [search] = useSearchParams();
  return <p>{`run ${id} ${hash} ${search.get('day') ?? '-'}`}</p>;
}

function open(path: string) {
  const bar = memoryAddressBar('/', path);
  render(
    <Router bar={bar}>
      <Routes>
        <Route path="/run/:id" element={<Run />} />
        <>
          <Route path="/old" element={<Navigate to="/run/7" replace />} />
          <Route path="*" element={<Link to="/run/1#problem">go</Link>} />
        </>
      </Routes>
    </Router>,
  );
  return bar;
}

test('a link goes to another screen, and back leads back', async () => {
  const bar = open('/nowhere');
  fireEvent.click(screen.getByRole('link', { name: 'go' }));
  await screen.findByText('run 1 #problem -');
  act(() => bar.step(-1));
  await screen.findByRole('link', { name: 'go' });
});

test('the same screen of another day is there as soon as the press is over; another screen takes its time', async () => {
  const bar = open('/run/1?day=mon');
  // What is drawn at once and what comes later shall be told apart, so nothing is waited for on the test's behalf.
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  flushSync(() => bar.go('/run/1?day=tue', 'push'));
  screen.getByText('run 1 tue');
  flushSync(() => bar.go('/run/2', 'push'));
  screen.getByText('run 1 tue');
  await screen.findByText('run 2 -');
});

test('a click with a key held is left to the browser', () => {
  const bar = open('/nowhere');
  fireEvent.click(screen.getByRole('link', { name: 'go' }), { ctrlKey: true });
  expect(bar.read().pathname).toBe('/nowhere');
});

test('an old address goes on to the new one by itself, and leaves no step behind', async () => {
  const bar = open('/old');
  await screen.findByText('run 7 -');
  act(() => bar.step(-1));
  expect(bar.read().pathname).toBe('/');
});

test('what stands after the question mark is read', async () => {
  open('/run/1?day=sunday');
  await screen.findByText('run 1 sunday');
});
