import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import { ASSETS, cacheControl } from './headers.ts';

const APP_PAGE = '/index.html';
/** Pages that are called otherwise than their files. */
const PAGES: ReadonlyMap<string, string> = new Map([
  ['/', APP_PAGE],
  ['/sponsor', '/sponsor.html'],
]);

/** The forms in which a file may travel, the best first, and how the build calls the file that holds each. */
const ENDINGS = { br: '.br', gzip: '.gz' } as const;
type Packing = keyof typeof ENDINGS;
const packings: readonly Packing[] = ['br', 'gzip'];

/** One built file, with the packed forms that the build laid beside it. */
type StaticFile = {
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  readonly packed: ReadonlyMap<Packing, Uint8Array<ArrayBuffer>>;
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
    if (!name.isFile() || path.includes('/.') || isPacked(place)) continue;
    const bytes = readBytes(place);
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
    files.set(path, {
      path,
      type: getMimeType(path) ?? 'application/octet-stream',
      bytes,
      etag,
      packed: packedForms(place),
    });
  }
  return files;
}

function packedForms(place: string): StaticFile['packed'] {
  const there = packings.filter((packing) => existsSync(place + ENDINGS[packing]));
  return new Map(there.map((packing) => [packing, readBytes(place + ENDINGS[packing])]));
}

/** A packed form is no file of its own, only what it was made from. */
function isPacked(place: string): boolean {
  return packings.some((packing) => {
    const ending = ENDINGS[packing];
    return place.endsWith(ending) && existsSync(place.slice(0, -ending.length));
  });
}

function readBytes(place: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(place));
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
export function fileResponse(file: StaticFile, request: Request): Response {
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
  const body = (packing === null ? undefined : file.packed.get(packing)) ?? file.bytes;
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: { ...headers, 'content-length': String(body.length) },
  });
}

function packingFor({ packed }: StaticFile, accepted: string): Packing | null {
  const names = accepted.split(',').map((part) => part.trim().replace(/;q=0\.?0*$/, ';refused'));
  return (
    packings.find((packing) => packed.has(packing) && names.some((name) => name.split(';q=')[0] === packing)) ?? null
  );
}

function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  return (ifNoneMatch ?? '').split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
}
