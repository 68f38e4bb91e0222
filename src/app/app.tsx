import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { AddressBar } from '#screens/common/address-bar.ts';
import { runIn } from '#screens/common/scan/run-in.ts';
import { useStoreQuery } from '#screens/common/use-query.ts';
import type { Identity } from '#store/identity.ts';
import type { Beginning, PhoneStore } from '#store/phone-store.ts';
import { ownBeginning } from '#store/queries/own-beginning.ts';
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

/** The invitation that is answered at the door; none when somebody is to bring one. */
type Door = { readonly secret: string | undefined };

/**
 *   door (enrol) --start--> inside (the app)
 *     ^ ^-- opened with an invitation, or nobody is enrolled
 *     `---- the browser has cleared the memory under the open app
 */
export function App(props: AppProps): ReactElement {
  const { store, identity: first, secret } = props;
  const answer = useStoreQuery(store, ownIdentity);
  const identity = answer.type === 'known' ? answer.value : first;
  const begun = useStoreQuery(store, ownBeginning);
  const beginning = begun.type === 'known' ? begun.value : props.beginning;
  const [door, setDoor] = useState<Door | null>(first === null || secret !== undefined ? { secret } : null);
  // Whoever was inside has used that invitation up: another one is needed.
  if (door === null && identity === null) setDoor({ secret: undefined });
  return (
    <Suspense fallback={null}>
      {door !== null || identity === null ? (
        <EnrolScreen
          ports={props.enrolPorts}
          secret={door?.secret}
          isEnrolled={identity !== null}
          isCleared={beginning === 'cleared'}
          isTab={props.isTab}
          isForRun={runIn(props.bar.read().pathname) !== undefined}
          onStart={() => {
            props.bar.go('/', 'replace');
            setDoor(null);
          }}
        />
      ) : (
        <Inside store={store} sync={props.sync()} identity={identity} bar={props.bar} />
      )}
    </Suspense>
  );
}
