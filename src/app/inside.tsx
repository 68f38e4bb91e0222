import { useEffect, type ReactElement } from 'react';
import { AfterActHost } from '#screens/common/after-act.tsx';
import type { AddressBar } from '#screens/common/address-bar.ts';
import { ClientProvider, type Client } from '#screens/common/client.tsx';
import { useLookForMap, useMapFile } from '#screens/common/map/kept-map.ts';
import { isInstalled } from '#screens/common/install.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import { Router } from '#screens/common/router.tsx';
import { followSet, letSetGo } from './file-sets.ts';
import { screenDrawn } from '#screens/common/screen-drawn.ts';
import { AppRoutes, prepareRest } from './routes.tsx';

export type InsideProps = Client & { readonly bar: AddressBar };

/** The app of an enrolled phone. */
export function Inside({ bar, ...client }: InsideProps): ReactElement {
  useOneTapAway(client.store);
  useRoleFiles(client);
  useMapFiles(client);
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

/** As soon as the first screen is drawn, and not before: the network may be gone by the next street. */
function useOneTapAway(store: PhoneStore): void {
  useEffect(() => {
    let isGone = false;
    void screenDrawn(store).then(() => (isGone ? undefined : prepareRest()));
    return () => {
      isGone = true;
    };
  }, [store]);
}

/** What only organisers and coordinators use lies on their phones alone. */
function useRoleFiles({ sync, identity: { role } }: Client): void {
  useEffect(() => {
    if (role === 'organiser' || role === 'coordinator') return followSet('organiser', sync);
    void letSetGo('organiser');
    return undefined;
  }, [role, sync]);
}

/** What draws real maps lies where a map lies. */
function useMapFiles({ sync }: Client): void {
  const { standing } = useMapFile();
  const { type } = standing;
  useLookForMap();
  useEffect(() => {
    if (type === 'kept') return followSet('map', sync);
    if (type === 'none') void letSetGo('map');
    return undefined;
  }, [type, sync]);
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
