import { useEffect, useState } from 'react';
import { useClient } from './client.tsx';
import { screenDrawn } from './screen-drawn.ts';

/** The value of which the screen has shown everything; undefined before the first. For what follows from it and nobody waits for. */
export function useDrawn<T extends string>(value: T): T | undefined {
  const { store } = useClient();
  const [drawn, setDrawn] = useState<T | undefined>(undefined);
  useEffect(() => {
    let isGone = false;
    void screenDrawn(store).then(() => (isGone ? undefined : setDrawn(value)));
    return () => {
      isGone = true;
    };
  }, [store, value]);
  return drawn;
}
