import { useEffect, useRef } from 'react';
import { type DeskElsewhere, openDeskElsewhere } from './desk-elsewhere.ts';

/** The desk of this screen: opened early, so that it is there when the network is not, and closed with the screen. */
export function useDesk(): () => DeskElsewhere {
  const held = useRef<DeskElsewhere | undefined>(undefined);
  const desk = (): DeskElsewhere => {
    held.current ??= openDeskElsewhere();
    return held.current;
  };
  useEffect(() => {
    held.current ??= openDeskElsewhere();
    return () => {
      held.current?.close();
      held.current = undefined;
    };
  }, []);
  return desk;
}
