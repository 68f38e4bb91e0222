import { useEffect, useEffectEvent, type RefObject } from 'react';

/**
 * Lets somebody drag an entry of a list by its grip (`data-grip`) onto another one (`data-order`), with a mouse, a pen or a
 * finger. Whoever cannot drag has buttons beside it, which do the same.
 */
export function useDragOrder(list: RefObject<HTMLElement | null>, onMove: (from: number, to: number) => void): void {
  const move = useEffectEvent(onMove);
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    let from: number | undefined;
    const entryAt = (event: PointerEvent): HTMLElement | null =>
      document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-order]') ?? null;
    const mark = (name: 'dragged' | 'target', entry: HTMLElement | null | undefined): void => {
      for (const marked of element.querySelectorAll<HTMLElement>(`[data-${name}]`)) delete marked.dataset[name];
      if (entry !== null && entry !== undefined) entry.dataset[name] = '';
    };
    const down = (event: PointerEvent): void => {
      const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grip]') : null;
      if (grip === null) return;
      event.preventDefault();
      from = Number(grip.dataset['grip']);
      grip.setPointerCapture(event.pointerId);
      mark('dragged', grip.closest<HTMLElement>('[data-order]'));
    };
    const over = (event: PointerEvent): void => {
      if (from !== undefined) mark('target', entryAt(event));
    };
    const up = (event: PointerEvent): void => {
      const to = entryAt(event)?.dataset['order'];
      if (from !== undefined && to !== undefined && event.type === 'pointerup') move(from, Number(to));
      from = undefined;
      mark('dragged', null);
      mark('target', null);
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', over);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', up);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', over);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', up);
    };
  });
}
