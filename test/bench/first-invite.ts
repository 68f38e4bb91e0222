import type { TestServer } from '#test/e2e/support/server.ts';

/** The secret of the first organiser's invite, as soon as the server has printed it. */
export function firstInvite(server: TestServer): Promise<string> {
  return server.hears(/\/enrol#([0-9a-z]{12})/);
}
