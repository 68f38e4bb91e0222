import { createContext, useContext, useMemo, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import type { Identity } from '#store/identity.ts';
import type { PhoneStore } from '#store/phone-store.ts';
import type { SyncEngine, SyncState } from '#sync/sync-state.ts';

/** What every screen of an enrolled phone works with. */
export type Client = {
  readonly store: PhoneStore;
  readonly sync: SyncEngine;
  /** Who this phone is now; follows new credentials. */
  readonly identity: Identity;
};

const ClientContext = createContext<Client | undefined>(undefined);

export type ClientProviderProps = Client & { readonly children: ReactNode };

export function ClientProvider({ children, store, sync, identity }: ClientProviderProps): ReactElement {
  const client = useMemo(() => ({ store, sync, identity }), [store, sync, identity]);
  return <ClientContext value={client}>{children}</ClientContext>;
}

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === undefined) throw new Error('useClient is called outside ClientProvider');
  return client;
}

/** What the sync is doing now. */
export function useSyncState(): SyncState {
  const { sync } = useClient();
  return useSyncExternalStore(sync.subscribe, sync.getState);
}
