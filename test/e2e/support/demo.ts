import { type TestServer, startServer } from './server.ts';

/** The demonstration, as `npm run demo` shows it, and whom its links are for. */
export interface Demo {
  readonly server: TestServer;
  readonly organiser: string;
  readonly drivers: readonly [string, string];
}

/** Starts a server with the demonstration branch in the middle of its work. */
export async function openDemo(): Promise<Demo> {
  const server = await startServer({}, ['--demo']);
  const three = /(http\S+\/enrol#\w{12})[^]*?(http\S+\/enrol#\w{12})[^]*?(http\S+\/enrol#\w{12})/;
  await server.hears(three);
  const [, organiser = '', first = '', second = ''] = three.exec(server.said()) ?? [];
  return { server, organiser, drivers: [first, second] };
}
