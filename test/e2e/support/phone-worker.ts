import type { BrowserContext, CDPSession } from '@playwright/test';

import { UNSENT_TAG } from '#sync/unsent-tag.ts';

/** The service worker of a phone, as the browser sees it. */
export interface PhoneWorker {
  /** What a browser does when it believes that a network is there: it wakes the worker of an app that asked for it. */
  readonly wake: () => Promise<void>;
  /** What a browser does when it needs the memory. */
  readonly kill: () => Promise<void>;
}

/** Needs no page of the app; the app must have been held by the phone before. */
export async function workerOf(phone: BrowserContext, origin: string): Promise<PhoneWorker> {
  const session = await phone.newCDPSession(await phone.newPage());
  const registrationId = await registrationOf(session, origin);
  return {
    wake: async () => {
      const event = { origin, registrationId, tag: UNSENT_TAG, lastChance: false };
      await session.send('ServiceWorker.dispatchSyncEvent', event);
    },
    kill: async () => {
      await session.send('ServiceWorker.stopAllWorkers');
    },
  };
}

async function registrationOf(session: CDPSession, origin: string): Promise<string> {
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.startsWith(origin));
      if (own !== undefined) resolve(own.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  return found;
}
