import { useEffect, type ReactElement } from 'react';
import { AfterActHost } from '#screens/common/after-act.tsx';
import type { AddressBar } from '#screens/common/address-bar.ts';
import { ClientProvider, type Client } from '#screens/common/client.tsx';
import { isInstalled } from '#screens/common/install.ts';
import type { PhoneStore } from '#store/phone-store.ts';
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
  useKeptRecords(client.store);
  return (
    <ClientProvider {...client}>
      <Router bar={bar}>
        <AppRoutes />
      </Router>
      <AfterActHost />
    </ClientProvider>
  );
}

/** A browser that said no before says yes more readily once the app is on the home screen: it is asked again there. */
function useKeptRecords(store: PhoneStore): void {
  useEffect(() => {
    const askAgain = async (): Promise<void> => {
      const answer = await store.persistAnswer();
      if (answer?.isKept !== true && isInstalled()) await store.askPersist();
    };
    askAgain().catch(() => undefined);
  }, [store]);
}
