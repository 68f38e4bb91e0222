import { useEffect, type ReactElement } from 'react';
import { AfterActHost } from '#screens/common/after-act.tsx';
import type { AddressBar } from '#screens/common/address-bar.ts';
import { ClientProvider, type Client } from '#screens/common/client.tsx';
import { Router } from '#screens/common/router.tsx';
import { AppRoutes, prepareRest } from './routes.tsx';

/** Long enough for the first screen to be drawn on a slow phone. */
const PREPARE_REST_MS = 1_500;

export type InsideProps = Client & { readonly bar: AddressBar };

/** The app of an enrolled phone. */
export function Inside({ bar, ...client }: InsideProps): ReactElement {
  useEffect(() => {
    const timer = setTimeout(() => void prepareRest().catch(() => undefined), PREPARE_REST_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <ClientProvider {...client}>
      <Router bar={bar}>
        <AppRoutes />
      </Router>
      <AfterActHost />
    </ClientProvider>
  );
}
