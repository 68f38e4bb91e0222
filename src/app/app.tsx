import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { AddressBar } from '#screens/common/address-bar.ts';
import { useStoreQuery } from '#screens/common/use-query.ts';
import type { Identity } from '#store/identity.ts';
import type { Beginning, PhoneStore } from '#store/phone-store.ts';
import { ownIdentity } from '#store/queries/own-identity.ts';
import type { EnrolPorts } from '#sync/enrol.ts';
import type { SyncEngine } from '#sync/sync-state.ts';

/** Who comes in does not load what is inside, and who is inside does not load the door. */
const loadDoor = () => import('#screens/enrol/enrol-screen.tsx');
const loadInside = () => import('./inside.tsx');
const EnrolScreen = lazy(async () => ({ default: (await loadDoor()).EnrolScreen }));
const Inside = lazy(async () => ({ default: (await loadInside()).Inside }));

/** Loads what the app will show first. */
export async function prepareFirst(where: 'door' | 'inside'): Promise<void> {
  await (where === 'door' ? loadDoor() : loadInside());
}

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
  readonly bar: AddressBar;
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
            props.bar.go('/', 'replace');
            setAtDoor(false);
          }}
        />
      ) : (
        <Inside store={store} sync={props.sync()} identity={identity} bar={props.bar} />
      )}
    </Suspense>
  );
}
