import { lazy, Suspense, useState, type ReactElement } from 'react';
import { BrowserRouter } from 'react-router';
import { AfterActHost } from '#screens/common/after-act.tsx';
import { ClientProvider } from '#screens/common/client.tsx';
import { useStoreQuery } from '#screens/common/use-query.ts';
import type { Identity } from '#store/identity.ts';
import type { Beginning, PhoneStore } from '#store/phone-store.ts';
import { ownIdentity } from '#store/queries/own-identity.ts';
import type { EnrolPorts } from '#sync/enrol.ts';
import type { SyncEngine } from '#sync/sync-state.ts';
import { AppRoutes } from './routes.tsx';

/** Needed once in a phone's life: nobody who drives loads it. */
const EnrolScreen = lazy(async () => ({ default: (await import('#screens/enrol/enrol-screen.tsx')).EnrolScreen }));

export type AppProps = {
  readonly store: PhoneStore;
  readonly enrolPorts: EnrolPorts;
  /** Begins to sync, once; the same engine each time. */
  readonly sync: () => SyncEngine;
  /** Who this phone was when the app opened. */
  readonly identity: Identity | null;
  readonly beginning: Beginning;
  /** The invitation in the link that opened the app. */
  readonly secret: string | undefined;
  readonly isTab: boolean;
};

/**
 *   door (enrol) --start--> inside (the app)
 *     ^-- opened with an invitation, or nobody is enrolled
 */
export function App(props: AppProps): ReactElement {
  const { store, identity: first, secret } = props;
  const answer = useStoreQuery(store, ownIdentity);
  const identity = answer.type === 'known' ? answer.value : first;
  const [isAtDoor, setAtDoor] = useState(first === null || secret !== undefined);
  return (
    <Suspense fallback={null}>
      {isAtDoor || identity === null ? (
        <EnrolScreen
          ports={props.enrolPorts}
          secret={secret}
          isEnrolled={identity !== null}
          isCleared={props.beginning === 'cleared'}
          isTab={props.isTab}
          onStart={() => {
            window.history.replaceState(null, '', '/');
            setAtDoor(false);
          }}
        />
      ) : (
        <ClientProvider store={store} sync={props.sync()} identity={identity}>
          <BrowserRouter>
            <AppRoutes />
          </BrowserRouter>
          <AfterActHost />
        </ClientProvider>
      )}
    </Suspense>
  );
}
