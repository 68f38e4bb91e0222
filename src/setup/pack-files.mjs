import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const packGzip = promisify(gzip);
const packBrotli = promisify(brotliCompress);
/** Close to the best, at a tenth of its time. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
/** Less than this is not worth the processor of a cheap phone. */
const SMALLEST_TO_PACK = 1_024;
const PACKABLE = /\.(js|css|html|svg|wasm|json|webmanifest)$/;

/**
 * Lays beside each file of the built app its packed forms, `.br` and `.gz`: the server then packs nothing, at no start
 * and for no phone.
 *
 * @param {string} folder
 */
export async function packFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  await Promise.all(paths.filter((path) => PACKABLE.test(path)).map(pack));
}

/** @param {string} path */
async function pack(path) {
  const bytes = await readFile(path);
  if (bytes.length < SMALLEST_TO_PACK) return;
  const [brotli, zipped] = await Promise.all([packBrotli(bytes, BROTLI), packGzip(bytes)]);
  await Promise.all([writeFile(`${path}.br`, brotli), writeFile(`${path}.gz`, zipped)]);
}
