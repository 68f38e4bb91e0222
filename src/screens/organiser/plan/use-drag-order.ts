import { useEffect, useEffectEvent, type RefObject } from 'react';

/** From here to the edge of the window the page rolls; below there are the bars. */
const [TOP_PX, BOTTOM_PX] = [72, 168];
const STEP_PX = 8;

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
    let finger: Pick<PointerEvent, 'clientX' | 'clientY'> = { clientX: 0, clientY: 0 };
    const entryAt = ({ clientX, clientY }: typeof finger): HTMLElement | null =>
      document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-order]') ?? null;
    const mark = (name: 'dragged' | 'target', entry: HTMLElement | null | undefined): void => {
      for (const marked of element.querySelectorAll<HTMLElement>(`[data-${name}]`)) delete marked.dataset[name];
      if (entry !== null && entry !== undefined) entry.dataset[name] = '';
    };
    // On a phone one stop fills the screen: near its edge the page comes along, as long as the finger stays there.
    const roll = (): void => {
      if (from === undefined) return;
      const step = rollStep(finger.clientY);
      if (step !== 0) {
        scrollBy(0, step);
        mark('target', entryAt(finger));
      }
      requestAnimationFrame(roll);
    };
    const down = (event: PointerEvent): void => {
      const grip = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-grip]') : null;
      if (grip === null) return;
      event.preventDefault();
      from = Number(grip.dataset['grip']);
      grip.setPointerCapture(event.pointerId);
      mark('dragged', grip.closest<HTMLElement>('[data-order]'));
      finger = event;
      requestAnimationFrame(roll);
    };
    const over = (event: PointerEvent): void => {
      finger = event;
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

function rollStep(y: number): number {
  if (y < TOP_PX) return -STEP_PX;
  return y > innerHeight - BOTTOM_PX ? STEP_PX : 0;
}
