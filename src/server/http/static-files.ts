import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';
import { ASSETS, cacheControl } from './headers.ts';

const packGzip = promisify(gzip);
const packBrotli = promisify(brotliCompress);
/** Close to the best, at a tenth of its time; each file is packed once. */
const BROTLI_QUALITY = 9;
/** Less than this is not worth the processor of a cheap phone. */
const SMALLEST_TO_PACK = 1_024;
const PACKABLE = /^text\/|javascript|json|manifest|svg|wasm|xml/;
const APP_PAGE = '/index.html';
/** Pages that are called otherwise than their files. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ['/', APP_PAGE],
  ['/sponsor', '/sponsor.html'],
]);

type Packing = 'br' | 'gzip';

/** One built file, with its packed forms as they have been asked for. */
type StaticFile = {
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly packed: Map<Packing, Promise<Uint8Array<ArrayBuffer>>>;
};

/** The built app by path. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

/**
 * Reads the built app into memory, once: a path can then name nothing else on this computer, and what is built anew
 * while the server runs never mixes with what it serves. Hidden files are left out.
 */
export function readStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const place = join(name.parentPath, name.name);
    const path = `/${place.slice(join(folder, sep).length).split(sep).join('/')}`;
    if (!name.isFile() || path.includes('/.')) continue;
    const bytes = new Uint8Array(readFileSync(place));
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
    files.set(path, { path, type: getMimeType(path) ?? 'application/octet-stream', bytes, etag, packed: new Map() });
  }
  return files;
}

/** Ends like a file. The number after the point of a row's id is none: `/run/<device>.<number>` is a screen. */
const FILE_ENDING = /\.[^/.]*[a-z][^/.]*$/i;

/**
 * The file of this path; the app's page for every path that looks like one of its screens. Undefined for a file that is
 * not there: a script answered with a page would be kept by phones as if it were the script.
 */
export function findFile(files: StaticFiles, path: string): StaticFile | undefined {
  const isScreen = !FILE_ENDING.test(path) && !path.startsWith(ASSETS);
  return files.get(PAGES.get(path) ?? path) ?? (isScreen ? files.get(APP_PAGE) : undefined);
}

/** The file as an answer: packed if the asker takes that, nothing if the asker has it already. */
export async function fileResponse(file: StaticFile, request: Request): Promise<Response> {
  const packing = packingFor(file, request.headers.get('accept-encoding') ?? '');
  const etag = packing === null ? file.etag : `${file.etag.slice(0, -1)}-${packing}"`;
  const headers = {
    'content-type': file.type,
    'cache-control': cacheControl(file.path),
    etag,
    vary: 'accept-encoding',
    ...(packing === null ? {} : { 'content-encoding': packing }),
  };
  if (isKnown(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const body = packing === null ? file.bytes : await packed(file, packing);
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: { ...headers, 'content-length': String(body.length) },
  });
}

function packingFor(file: StaticFile, accepted: string): Packing | null {
  if (file.bytes.length < SMALLEST_TO_PACK || !PACKABLE.test(file.type)) return null;
  const names = accepted.split(',').map((part) => part.trim().replace(/;q=0\.?0*$/, ';refused'));
  return (['br', 'gzip'] as const).find((packing) => names.some((name) => name.split(';q=')[0] === packing)) ?? null;
}

function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
}

function packed(file: StaticFile, packing: Packing): Promise<Uint8Array<ArrayBuffer>> {
  const known = file.packed.get(packing);
  if (known !== undefined) return known;
  const parameters = { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } };
  const work = packing === 'br' ? packBrotli(file.bytes, parameters) : packGzip(file.bytes);
  const bytes = work.then((buffer) => new Uint8Array(buffer));
  file.packed.set(packing, bytes);
  return bytes;
}
