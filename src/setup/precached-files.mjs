import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** The one file that no worker lists: itself. */
export const WORKER_FILE = 'service-worker.js';

const LISTED = /\.(js|css|html|svg|png|woff2|wasm|webmanifest)$/;
/** The system takes the icons once, when the app is put on the home screen; the pictures are for the README. */
const LEFT_OUT = /^(pictures\/|icons\/(apple-|maskable|monochrome|icon\.svg$|.*-(192|512)\.png$))/;
/** What lies here has its hash in its name already. */
const NAMED_BY_HASH = /^assets\//;
/** The QR reader's WebAssembly is the largest file that a phone must hold to work with no network. */
const LARGEST_BYTES = 4 * 1024 * 1024;
/** Where the worker's source wants its list. */
const PLACE = 'self.PRECACHED_FILES';

/**
 * @typedef {object} PrecachedFile
 * @property {string} integrity
 * @property {string | null} revision tells two versions of the file apart where its name does not
 * @property {readonly string[]} [sets] the sets that the file belongs to; none when every phone holds it
 * @property {string} url
 */

/**
 * The built files that the worker keeps on a phone. Each carries its hash: a captive portal that answers 200 with its own page while
 * the worker installs must fail the installation, not poison the cache.
 *
 * @param {string} folder
 * @param {ReadonlyMap<string, readonly string[]>} setsByFile
 * @returns {Promise<readonly PrecachedFile[]>}
 */
export async function precachedFiles(folder, setsByFile) {
  const names = (await readdir(folder, { recursive: true })).map((name) => name.replaceAll(sep, '/'));
  const listed = names.filter((name) => LISTED.test(name) && !LEFT_OUT.test(name) && name !== WORKER_FILE);
  return Promise.all(
    listed.sort().map(async (name) => listedAs(name, await readFile(join(folder, name)), setsByFile.get(name))),
  );
}

/**
 * The worker's code with the list in its place, as JSON: tests and people read it there.
 *
 * @param {string} code
 * @param {readonly PrecachedFile[]} files
 */
export function withList(code, files) {
  const [before, after, ...more] = code.split(PLACE);
  if (before === undefined || after === undefined || more.length > 0) {
    throw new Error(`The worker must name ${PLACE} once.`);
  }
  return before + JSON.stringify(files) + after;
}

/**
 * @param {string} url
 * @param {Uint8Array} bytes
 * @param {readonly string[] | undefined} sets
 * @returns {PrecachedFile}
 */
function listedAs(url, bytes, sets) {
  if (bytes.length > LARGEST_BYTES) {
    throw new Error(`${url} has ${bytes.length} bytes, and a phone takes no more than ${LARGEST_BYTES} in one file.`);
  }
  return {
    integrity: `sha256-${hash('sha256', bytes).digest('base64')}`,
    revision: NAMED_BY_HASH.test(url) ? null : hash('md5', bytes).digest('hex'),
    ...(sets === undefined ? {} : { sets }),
    url,
  };
}

/**
 * @param {'md5' | 'sha256'} algorithm
 * @param {Uint8Array} bytes
 */
function hash(algorithm, bytes) {
  return createHash(algorithm).update(bytes);
}
