import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';

import { useInstall } from '#screens/common/install.ts';

import { driverPhone, openAt, RUN, runRow } from '../support/driver-phone.tsx';

const TITLE = 'Keep the app at hand';

afterEach(() => {
  cleanup();
  useInstall.setState({ ask: undefined });
});

const press = async (name: RegExp | string) => fireEvent.click(await screen.findByRole('button', { name }));

async function phoneThatDelivered() {
  const phone = await driverPhone(runRow());
  await openAt(`/run/${RUN}`, phone);
  await press(/Delivered 20\sportions/);
  await screen.findByText(/· On this phone$/);
  return phone;
}

test('the home screen is offered after the first saved delivery, and not before', async () => {
  const ask = vi.fn<() => void>();
  useInstall.setState({ ask });
  const phone = await driverPhone(runRow());
  await openAt('/unsent', phone);
  await screen.findByText('Everything is on the server');
  expect(screen.queryByText(TITLE)).toBeNull();
  await openAt('/unsent', await phoneThatDelivered());
  await screen.findByRole('heading', { name: TITLE });
  await press('Add to home screen');
  expect(ask).toHaveBeenCalledOnce();
});

test('who puts it off is not asked again, and still finds it on the phone’s own screen', async () => {
  useInstall.setState({ ask: () => undefined });
  const phone = await phoneThatDelivered();
  await openAt('/unsent', phone);
  await screen.findByRole('heading', { name: TITLE });
  await press('Later');
  await waitFor(() => expect(screen.queryByText(TITLE)).toBeNull());
  await openAt('/phone', phone);
  await screen.findByRole('button', { name: 'Add to home screen' });
  expect(screen.queryByText(TITLE)).toBeNull();
});

test('where the browser offers nothing, nothing is said', async () => {
  await openAt('/unsent', await phoneThatDelivered());
  await screen.findByText('Delivery: Bridge post');
  expect(screen.queryByText(TITLE)).toBeNull();
});
