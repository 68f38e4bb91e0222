import { act, cleanup, render, screen } from '@testing-library/react';
import { Suspense, type ComponentType, type ReactElement } from 'react';
import { afterEach, expect, test } from 'vitest';

import { lateChunk } from '#screens/common/late-chunk.ts';
import { lateOf, type NotHereProps } from '#screens/common/late.tsx';
import { inHand, type InHand } from '#test/support/in-hand.ts';
import { manualTime } from '#test/store/support/manual-timer.ts';

afterEach(cleanup);

function Tables(): ReactElement {
  return <p>Tables</p>;
}

function NotHere({ isComing, onRetry }: NotHereProps): ReactElement {
  return isComing ? (
    <p>On its way</p>
  ) : (
    <button type="button" onClick={onRetry}>
      Not here
    </button>
  );
}

/** What a network that a test holds in its hand gives. */
function slowNetwork() {
  const asked: InHand<ComponentType>[] = [];
  const load = () => {
    const next = inHand<ComponentType>();
    asked.push(next);
    return next.promise;
  };
  return { asked, load };
}

test('what comes at once is shown; nothing is said of waiting', async () => {
  const { asked, load } = slowNetwork();
  const shown = await open(load);
  await act(async () => asked[0]?.resolve(Tables));
  expect(shown.container.textContent).toBe('Tables');
});

test('a screen that cannot be fetched says so and is asked for again; nothing crashes', async () => {
  const { asked, load } = slowNetwork();
  const shown = await open(load);
  await act(async () => asked[0]?.reject(new Error('No network')));
  await act(async () => screen.getByRole('button', { name: 'Not here' }).click());
  expect(shown.container.textContent).toBe('On its way');
  await act(async () => asked[1]?.resolve(Tables));
  expect(shown.container.textContent).toBe('Tables');
  expect(asked).toHaveLength(2);
});

test('a network that does not answer is told of after a moment, and what comes then is shown by itself', async () => {
  const { asked, load } = slowNetwork();
  const time = manualTime(0);
  const shown = await open(load, time);
  expect(shown.container.textContent).toBe('');
  await act(async () => time.advance(1_000));
  expect(shown.container.textContent).toBe('On its way');
  await act(async () => asked[0]?.resolve(Tables));
  expect(shown.container.textContent).toBe('Tables');
});

test('what could not be prepared is prepared again', async () => {
  const { asked, load } = slowNetwork();
  const { prepare } = lateOf(lateChunk(load, manualTime(0).timer), (tables) => tables, NotHere);
  const first = prepare();
  asked[0]?.reject(new Error('No network'));
  await first;
  await prepare();
  expect(asked).toHaveLength(2);
});

async function open(load: () => Promise<ComponentType>, time = manualTime(0)) {
  const { Screen } = lateOf(lateChunk(load, time.timer), (tables) => tables, NotHere);
  return act(async () =>
    render(
      <Suspense fallback={null}>
        <Screen />
      </Suspense>,
    ),
  );
}
