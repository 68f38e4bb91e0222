/**
 * Which of the built files a phone holds only when it asks for the set that they belong to. What no set begins with is
 * everybody's: a file that is forgotten here weighs on every phone, and is never missing on one.
 *
 * @type {Readonly<Record<string, readonly string[]>>} the sources (or folders, with a slash) with which a set begins
 */
export const FILE_SETS = {
  organiser: [
    'src/screens/organiser/organiser-routes.tsx',
    // A coordinator's, who holds this set too.
    'src/sync/read-branches.ts',
    'src/i18n/csv/',
    'src/i18n/export/',
    'src/i18n/handover/',
    'src/i18n/organiser/',
    'src/i18n/places/',
    'src/i18n/pledges/',
    'src/i18n/print/',
  ],
  // What draws real maps: asked for by whoever takes a map.
  map: ['src/screens/common/map/tile-map.tsx', 'src/screens/common/map/open-map.ts'],
  sponsor: ['sponsor.html', 'src/i18n/sponsor/'],
};

/**
 * @typedef {object} BuiltFile
 * @property {string | null} source what the file was made from, when it can be loaded by itself
 * @property {boolean} isPage whether a browser opens it by its address
 * @property {readonly string[]} needs files that come with it
 * @property {readonly string[]} mayNeed files that it loads when somebody wants them
 */

/**
 * The sets that each file belongs to; files that are everybody's are not in the answer. What two sets need belongs to both.
 *
 * @param {ReadonlyMap<string, BuiltFile>} files by their names
 * @param {Readonly<Record<string, readonly string[]>>} sets
 * @returns {ReadonlyMap<string, readonly string[]>}
 */
export function setsOfFiles(files, sets) {
  const beginnings = (/** @type {string} */ name) =>
    Object.keys(sets).filter((set) => sets[set]?.some((begin) => isFrom(files.get(name)?.source ?? null, begin)));
  const isOfSet = (/** @type {string} */ name) => beginnings(name).length > 0;
  const everybodys = reached(
    files,
    [...files].flatMap(([name, { isPage }]) => (isPage && !isOfSet(name) ? [name] : [])),
    isOfSet,
  );
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const set of Object.keys(sets)) {
    const begins = [...files.keys()].filter((name) => beginnings(name).includes(set));
    if (begins.length === 0) throw new Error(`No built file begins the set "${set}".`);
    const isOthers = (/** @type {string} */ name) => isOfSet(name) && !beginnings(name).includes(set);
    for (const name of reached(files, begins, isOthers)) {
      if (!everybodys.has(name)) found.set(name, [...(found.get(name) ?? []), set]);
    }
  }
  return found;
}

/**
 * @param {ReadonlyMap<string, BuiltFile>} files
 * @param {readonly string[]} begins
 * @param {(name: string) => boolean} isBorder whether what is loaded later belongs to somebody else
 */
function reached(files, begins, isBorder) {
  const seen = new Set(begins);
  for (const name of seen) {
    const file = files.get(name);
    for (const next of file?.needs ?? []) seen.add(next);
    for (const next of file?.mayNeed ?? []) if (!isBorder(next)) seen.add(next);
  }
  return seen;
}

/**
 * @param {string | null} source
 * @param {string} begin
 */
function isFrom(source, begin) {
  return source !== null && (begin.endsWith('/') ? source.startsWith(begin) : source === begin);
}
