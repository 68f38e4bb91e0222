import { use, useSyncExternalStore, type ComponentType, type ReactElement } from 'react';
import { browserTimer } from '#store/browser-time.ts';
import { lateChunk, type LateChunk } from './late-chunk.ts';

export type NotHereProps = {
  readonly isComing: boolean;
  readonly onRetry: () => void;
};

export type Late<P extends object> = {
  readonly Screen: (props: P) => ReactElement;
  /** Loads it before anybody asks for it; again when it was not to be had. */
  readonly prepare: () => Promise<void>;
};

/**
 * A component whose code comes later: the screen before it stays for a moment, then `NotHere` says how it stands until it has
 * come. (`lazy` of React throws what could not be fetched, once and for all.)
 */
export function late<P extends object>(
  load: () => Promise<ComponentType<P>>,
  NotHere: ComponentType<NotHereProps>,
): Late<P> {
  return lateOf(lateChunk(load, browserTimer), (component) => component, NotHere);
}

/** One of the components of a chunk that brings several. */
export function lateOf<T, P extends object>(
  chunk: LateChunk<T>,
  pick: (value: T) => ComponentType<P>,
  NotHere: ComponentType<NotHereProps>,
): Late<P> {
  return {
    Screen: (props) => {
      use(chunk.begin());
      const standing = useSyncExternalStore(chunk.subscribe, chunk.read);
      if (standing.type !== 'here') return <NotHere isComing={standing.type === 'coming'} onRetry={chunk.retry} />;
      const Screen = pick(standing.value);
      return <Screen {...props} />;
    },
    prepare: () => {
      chunk.retry();
      return chunk.begin();
    },
  };
}
