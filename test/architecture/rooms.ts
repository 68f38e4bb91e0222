/**
 * The doors of the house. A room may import what is named here and nothing else; the rules in this folder read the table.
 * Changing it is a decision: write it down in src/DECISIONS.md.
 */
export interface Room {
  /** The rooms that it may import from, besides itself. */
  readonly rooms: readonly string[];
  /** The npm packages that it may import. */
  readonly npm: readonly string[];
  /** Those that only `import()` or a web worker may bring in, because a phone should not load them before they are needed. */
  readonly lazyNpm?: readonly string[];
  /** Which of src/setup/typescript compiles it, and so what it may touch besides the language. */
  readonly platform: 'core' | 'client' | 'worker' | 'server' | 'tools';
}

const REACT = ['react', 'zustand'];

export const ROOMS: Readonly<Record<string, Room>> = {
  lib: { rooms: [], npm: [], platform: 'core' },
  domain: { rooms: ['lib'], npm: ['valibot'], platform: 'core' },
  protocol: { rooms: ['lib', 'domain'], npm: ['valibot'], platform: 'core' },
  planner: { rooms: ['lib', 'domain'], npm: [], platform: 'core' },
  handoff: { rooms: ['lib', 'domain', 'protocol'], npm: ['@noble/hashes', 'fflate', 'qr'], platform: 'core' },
  // Types alone: the words for every code, flag and refusal are complete because the compiler compares the two lists.
  i18n: { rooms: ['domain', 'protocol'], npm: [], platform: 'core' },
  store: { rooms: ['lib', 'domain', 'protocol'], npm: ['dexie', '@noble/hashes'], platform: 'client' },
  sync: { rooms: ['lib', 'domain', 'protocol', 'handoff', 'store'], npm: ['@noble/hashes'], platform: 'client' },
  ui: { rooms: [], npm: ['react'], platform: 'client' },
  screens: {
    rooms: ['lib', 'domain', 'planner', 'handoff', 'store', 'sync', 'ui', 'i18n'],
    npm: [...REACT, 'qr'],
    lazyNpm: ['fflate', 'maplibre-gl', 'papaparse', 'pmtiles', 'zxing-wasm'],
    platform: 'client',
  },
  app: {
    rooms: ['lib', 'domain', 'protocol', 'planner', 'handoff', 'store', 'sync', 'ui', 'i18n', 'screens'],
    npm: [...REACT, 'react-dom'],
    platform: 'client',
  },
  worker: { rooms: ['lib', 'store', 'sync'], npm: ['workbox-precaching', 'workbox-routing'], platform: 'worker' },
  // Words for the lists that an operator takes out, in the language of those who will read them.
  server: {
    rooms: ['lib', 'domain', 'protocol', 'planner', 'handoff', 'i18n'],
    npm: ['hono', '@hono/node-server', 'pg', 'qr'],
    platform: 'server',
  },
  // The list of Kazakh texts is written from the catalogues; nothing that runs before Node 26 is there imports it.
  setup: { rooms: ['i18n'], npm: [], platform: 'tools' },
};

/** Rooms that may use Node's own modules. */
export const NODE_ROOMS: readonly string[] = ['server', 'setup'];

/** Rooms in which time, chance and the network come in as arguments. */
export const PURE_ROOMS: readonly string[] = ['lib', 'domain', 'protocol', 'planner', 'handoff'];

/** Rooms that show something, and whose words therefore come from the catalogues. */
export const SHOWING_ROOMS: readonly string[] = ['ui', 'screens', 'app'];

/** The one place that may ask the system how dates and numbers are written. */
export const FORMATTING_FILE = 'src/i18n/format.ts';

/** Takes the names of months and days from Node's own ICU, once, when somebody runs it by hand. */
export const NAMES_WRITER = 'src/setup/write-date-names.mjs';

/** npm packages and Node modules that one folder alone may import. */
export const KEPT_TO_ONE_FOLDER: Readonly<Record<string, string>> = {
  pg: 'src/server/storage/',
  'node:sqlite': 'src/server/storage/',
};

/** A class owns a resource, or is what a library asks for. Each one is listed with its reason. */
export const CLASSES: readonly { readonly path: string; readonly reason: string }[] = [];

/** What may lie in the root. Dotfiles may too. */
export const ROOT_ENTRIES: readonly string[] = [
  'LICENSE',
  'README.md',
  'index.html',
  'package-lock.json',
  'package.json',
  'sponsor.html',
  'public',
  'src',
  'test',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
];

/** What building, running and testing leave in the root; git ignores it. */
export const ROOT_LEFTOVERS: readonly string[] = ['data', 'dist', 'node_modules', 'playwright-report', 'test-results'];
