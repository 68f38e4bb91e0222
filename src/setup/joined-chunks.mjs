/**
 * Which modules are built into one file together, though the bundler would give each set of sharers a small one of its own. A phone
 * with no network pays for each file when the app opens, not for its bytes: the worker finds it, the page reads and links it.
 */

/** The pages, which both begin with these; the sponsor's loads nothing of the app. */
const APP = 'src/app/main.tsx';
const SPONSOR = 'src/app/sponsor-main.tsx';
/** What is loaded after it, each in its turn. Who comes in by the door does not load what is inside, with the sync neither. */
const DOOR = 'src/screens/enrol/enrol-screen.tsx';
const INSIDE = 'src/app/inside.tsx';
const SYNC = 'src/app/start-sync.ts';
const REST = 'src/app/rest.ts';
/** What the bundler itself adds to each file. */
const RUNTIME = '\0rolldown/runtime.js';

/**
 * @typedef {object} Graph
 * @property {(id: string) => { readonly importedIds: readonly string[], readonly dynamicallyImportedIds: readonly string[] } | null} getModuleInfo
 *
 * @param {string} root the folder of the sources
 * @returns {(id: string, graph: Graph) => string | null} the file's name; null leaves the module to the bundler
 */
export function joinedChunks(root) {
  /** @type {ReadonlyMap<string, ReadonlySet<string>> | undefined} */
  let closures;
  return (id, graph) => {
    closures ??= closuresOf(root, graph);
    const isIn = (/** @type {string} */ begin) => closures?.get(begin)?.has(id) === true;
    if (id === RUNTIME) return 'base';
    if (isIn(APP)) return isIn(SPONSOR) ? 'base' : 'app';
    if (isIn(SPONSOR)) return isIn(INSIDE) ? 'shared' : null;
    if (isIn(INSIDE)) return isIn(DOOR) || isIn(SYNC) ? 'threshold' : 'inside';
    if (isIn(SYNC)) return 'sync';
    return isIn(REST) && !isIn(DOOR) ? 'rest' : null;
  };
}

/**
 * @param {string} root
 * @param {Graph} graph
 */
function closuresOf(root, graph) {
  return new Map(
    [APP, SPONSOR, DOOR, INSIDE, SYNC, REST].map((begin) => {
      const seen = new Set([`${root}/${begin}`]);
      if (graph.getModuleInfo(`${root}/${begin}`) === null) throw new Error(`No module is ${begin}.`);
      for (const id of seen) {
        const { importedIds = [], dynamicallyImportedIds = [] } = graph.getModuleInfo(id) ?? {};
        for (const next of importedIds) seen.add(next);
        // What comes late on the sponsor's page may lead into the app as little as what it begins with.
        if (begin === SPONSOR) for (const next of dynamicallyImportedIds) seen.add(next);
      }
      return [begin, seen];
    }),
  );
}
