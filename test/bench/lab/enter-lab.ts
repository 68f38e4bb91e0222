import type { Page } from '@playwright/test';
import type { PageLab } from './lab.ts';

type Method = {
  readonly [K in keyof PageLab]: PageLab[K] extends (...args: never[]) => unknown ? K : never;
}[keyof PageLab];

/** Opens the laboratory page, and waits until its store is open. */
export async function enterLab(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/lab/`);
  await page.waitForFunction(() => 'lab' in globalThis);
  await inLab(page, 'open');
}

/** Calls a function of the page's laboratory; arguments and results are plain values. */
export async function inLab<M extends Method>(
  page: Page,
  method: M,
  ...args: Parameters<Extract<PageLab[M], (...given: never[]) => unknown>>
): Promise<Awaited<ReturnType<Extract<PageLab[M], (...given: never[]) => unknown>>>> {
  return page.evaluate(
    async ({ name, given }) => {
      const { lab } = globalThis as unknown as {
        readonly lab: Readonly<Record<string, (...all: unknown[]) => unknown>>;
      };
      return lab[name]?.(...given) as never;
    },
    { name: method, given: args },
  );
}
