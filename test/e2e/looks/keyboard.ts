import type { Page } from '@playwright/test';

/** More stops of the Tab key than any screen has. */
const MOST_STOPS = 150;

/** What the Tab key never comes to, and what shows nothing when it has the focus. */
export async function keyboardFaults(page: Page): Promise<readonly string[]> {
  const wanted = await page.evaluate(() => {
    const root = document.querySelector('dialog[open]') ?? document.body;
    const pressed = [
      ...root.querySelectorAll<HTMLElement>(
        'a[href], button:enabled, summary, input:enabled, textarea, select, [tabindex="0"]',
      ),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      // On the board the arrows lead from one cell to the next.
      .filter((element) => element.tabIndex >= 0 || element.closest('table') === null);
    // The arrows lead from one radio button of a group to the next.
    const stops = pressed.filter(
      (element) =>
        !(element instanceof HTMLInputElement && element.type === 'radio') ||
        element.checked ||
        pressed.find((other) => other instanceof HTMLInputElement && other.name === element.name && other.checked) ===
          undefined,
    );
    for (const [index, element] of stops.entries()) element.dataset['stop'] = String(index);
    if (root === document.body) document.querySelector<HTMLElement>('h1')?.focus();
    return stops.map((element) => `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`);
  });
  const reached = new Set<number>();
  const unseen = new Set<string>();
  for (let pressed = 0; pressed < MOST_STOPS && reached.size < wanted.length; pressed += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const active = document.activeElement;
      if (!(active instanceof HTMLElement)) return { stop: -1, isSeen: true };
      // A chip and a picked file show the focus on their face.
      const faces = [active, active.nextElementSibling, active.closest('label')].filter((face) => face !== null);
      const isSeen = faces.some((face) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(face);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      });
      return { stop: Number(active.dataset['stop'] ?? -1), isSeen };
    });
    if (at.stop < 0) continue;
    reached.add(at.stop);
    if (!at.isSeen) unseen.add(`the focus does not show: ${wanted[at.stop]}`);
  }
  const lost = wanted.filter((_, index) => !reached.has(index)).map((name) => `the Tab key never comes to: ${name}`);
  return [...lost, ...unseen];
}
