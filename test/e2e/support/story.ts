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
      const opened = browser.contexts().filter((context) => !before.includes(context));
      await Promise.all(opened.map((context) => context.close()));
    },
    { auto: true },
  ],
});
