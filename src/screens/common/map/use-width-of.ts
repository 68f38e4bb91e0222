import { useLayoutEffect, useState, type RefObject } from 'react';

/** How wide an element is, in CSS pixels; follows it. What has no layout yet is taken for a small phone's. */
export function useWidthOf(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(SMALL_PHONE);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const measure = (): void => setWidth(Math.round(element.clientWidth) || SMALL_PHONE);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return width;
}

const SMALL_PHONE = 320;
