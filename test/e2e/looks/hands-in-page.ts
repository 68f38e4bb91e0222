/** What is too small to press, and what moves for somebody who asked for less motion. Runs inside the page, so it stands alone. */
export function hardToUseInPage(leastSide: number): readonly string[] {
  const root = document.querySelector('dialog[open]') ?? document.body;
  const isSeen = (element: HTMLElement): boolean => element.checkVisibility({ visibilityProperty: true });
  const named = (element: Element): string => element.outerHTML.slice(0, 120);
  const small = [...root.querySelectorAll<HTMLElement>('a[href], button, summary, input, textarea, select')]
    // A chip is as large as its label, a file to pick as its button.
    .map((element) =>
      element instanceof HTMLInputElement && /radio|file/.test(element.type)
        ? (element.labels?.[0] ?? element)
        : element,
    )
    .filter((element) => isSeen(element))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < leastSide - 0.5)
    .map(({ element, box }) => `${box.width} x ${box.height} px are too small: ${named(element)}`);
  const moving = [...root.querySelectorAll('*')]
    .map((element) => ({ element, style: getComputedStyle(element) }))
    // The time that is left to undo goes by in ten still pictures.
    .filter(({ style }) => !style.animationTimingFunction.startsWith('steps('))
    .filter(({ style }) => /[1-9]/.test(style.transitionDuration) || /[1-9]/.test(style.animationDuration))
    .map(({ element }) => `moves: ${named(element)}`);
  return [...small, ...moving];
}
