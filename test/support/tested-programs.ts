import { dirname, join } from 'node:path';

import settings from '../../package.json' with { type: 'json' };

/** The server's sources, as `npm start` runs them. */
export const SOURCES = 'src/server/main.ts';

/** `npm test` makes one file of each program, which starts in a fraction of the time (bundle-server.ts); by hand it is the sources. */
const { TESTED_SERVER } = process.env;

export const SERVER = TESTED_SERVER ?? SOURCES;

/** What an operator can run beside the server: `npm run NAME`. */
export const COMMANDS: readonly string[] = Object.entries(settings.scripts)
  .filter(([name, script]) => script === `node ${commandSources(name)}`)
  .map(([name]) => name);

/** What the npm script of an operator's command runs. */
export function commandSources(name: string): string {
  return `src/server/commands/${name}.ts`;
}

export function commandProgram(name: string): string {
  return TESTED_SERVER === undefined ? commandSources(name) : join(dirname(TESTED_SERVER), 'commands', `${name}.mjs`);
}
