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
  await page.evaluate(noteFocusInPage);
  let { reached, unseen } = await page.evaluate(() => window.focusNoted);
  for (let pressed = 0; pressed < MOST_STOPS && reached.length < wanted.length;) {
    const more = wanted.length - reached.length;
    for (let press = 0; press < more; press += 1) await page.keyboard.press('Tab');
    pressed += more;
    ({ reached, unseen } = await page.evaluate(() => window.focusNoted));
  }
  return [
    ...wanted.filter((_, index) => !reached.includes(index)).map((name) => `the Tab key never comes to: ${name}`),
    ...unseen.map((index) => `the focus does not show: ${wanted[index]}`),
  ];
}

declare global {
  interface Window {
    /** Where the focus has been, and where it did not show. */
    focusNoted: { readonly reached: number[]; readonly unseen: number[] };
  }
}

/** Runs inside the page, so it stands alone. */
function noteFocusInPage(): void {
  const isListening = 'focusNoted' in window;
  window.focusNoted = { reached: [], unseen: [] };
  if (isListening) return;
  addEventListener('focusin', ({ target: active }) => {
    if (!(active instanceof HTMLElement) || active.dataset['stop'] === undefined) return;
    // A chip and a picked file show the focus on their face.
    const faces = [active, active.nextElementSibling, active.closest('label')].filter((face) => face !== null);
    const isSeen = faces.some((face) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(face);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    const stop = Number(active.dataset['stop']);
    const { reached, unseen } = window.focusNoted;
    if (!reached.includes(stop)) reached.push(stop);
    if (!isSeen && !unseen.includes(stop)) unseen.push(stop);
  });
}
