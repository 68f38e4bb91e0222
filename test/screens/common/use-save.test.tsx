import { renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';

import type { Mutation } from '#domain/mutators.ts';
import { ClientProvider } from '#screens/common/client.tsx';
import { type SaveThen, useSave } from '#screens/common/use-save.ts';
import { testIdentity } from '#test/store/support/test-store.ts';

import { BRIDGE, deliveriesOf, driverPhone, MEAL, STILL, TODAY, units } from '../support/driver-phone.tsx';

const brought: Mutation = {
  name: 'deliveryRecord',
  args: {
    run: null,
    stop: null,
    window: null,
    checkpoint: BRIDGE,
    on: TODAY,
    lines: [{ item: MEAL, count: units(20) }],
    reason: null,
    note: '',
    how: 'atStop',
  },
};

async function savedTwice(then: SaveThen): Promise<number> {
  const phone = await driverPhone();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <ClientProvider store={phone.store} sync={STILL} identity={testIdentity()}>
      {children}
    </ClientProvider>
  );
  const { result } = renderHook(() => useSave(then), { wrapper });
  const { tap } = result.current;
  expect(await result.current.save(brought)).toHaveLength(1);
  await waitFor(() => expect(result.current.tap === tap).toBe(then === 'leaves'));
  await result.current.save(brought);
  return (await deliveriesOf(phone)).length;
}

test('a card that stays saves each tap; a form that is left with what it saved saves once, though it shows a moment longer', async () => {
  expect(await savedTwice('stays')).toBe(2);
  expect(await savedTwice('leaves')).toBe(1);
});
