import { useRef } from 'react';

/**
 * Passes a press on once for each value of `once`: of a double tap only the first counts. A new value arms it again;
 * without a value every press counts.
 */
export function usePressOnce(onPress: () => void, once: string | undefined): () => void {
  const pressed = useRef<string | undefined>(undefined);
  return () => {
    if (once !== undefined && pressed.current === once) return;
    pressed.current = once;
    onPress();
  };
}
