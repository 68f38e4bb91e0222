import type { Page } from '@playwright/test';
import axe, { type AxeResults, type RunOptions } from 'axe-core';

/** What axe found: rules that are broken, each with the first element that breaks it, and how many rules hold. */
export interface AxeFindings {
  readonly broken: readonly string[];
  readonly held: number;
}

/** Asks axe about what is on the screen; of a form that lies over it, about the form. */
export async function askAxe(page: Page, options: RunOptions = {}): Promise<AxeFindings> {
  // What holds is not described: describing it is most of the work that axe would do.
  const how: RunOptions = { resultTypes: ['violations'], selectors: false, preload: false, ...options };
  const found = await page.evaluate<AxeFindings | null, RunOptions>(findInPage, how);
  if (found !== null) return found;
  // Half a megabyte of script is given to each page once.
  await page.evaluate(axe.source);
  return askAxe(page, options);
}

/** Null where there is no axe yet. Runs inside the page, so it stands alone. */
async function findInPage(options: RunOptions): Promise<AxeFindings | null> {
  const { axe: inPage } = window as unknown as { readonly axe?: InPage };
  if (inPage === undefined) return null;
  const { violations, passes } = await inPage.run(document.querySelector('dialog[open]') ?? document, options);
  return { broken: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), held: passes.length };
}

interface InPage {
  readonly run: (of: Document | Element, options: RunOptions) => Promise<AxeResults>;
}
