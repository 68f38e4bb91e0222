import { test as plain } from '@playwright/test';

/**
 * A story: when it is over, the phones and desks that were opened for it are closed. Left open they would go on asking
 * a server that is gone, beside every later story.
 */
export const test = plain.extend<{ readonly closeWhatWasOpened: undefined }>({
  closeWhatWasOpened: [
    async ({ browser }, use) => {
      const before = browser.contexts();
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => (before.includes(context) ? null : context.close())));
    },
    { auto: true },
  ],
});
