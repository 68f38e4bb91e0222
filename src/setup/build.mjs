import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { finish } from './finish.mjs';
import { BUILT, ROOT, toolScript } from './paths.mjs';
import { stopWith } from './stop-with.mjs';

/** What the app in the browser is made of. Rooms that it may not import are left out, so they never cause a build. */
const SOURCES = ['index.html', 'package.json', 'package-lock.json', 'public', 'src', 'vite.config.ts'];
const NOT_BUILT = [join('src', 'server'), join('src', 'setup', 'typescript'), join('src', 'DECISIONS.md')];

/** Kept inside the output, so that an interrupted or deleted build never passes for a finished one. */
const STAMP = join(BUILT, '.built-from');

/**
 * Builds the app if its sources are not the ones that it was last built from.
 * @param {string} node
 */
export async function build(node) {
  const hash = hashOfSources();
  if (isBuiltFrom(hash)) return;
  console.log('Building the app ...');
  const { code, output } = await buildNow(node);
  if (code === 0) return;
  console.error(output.trimEnd());
  stopWith({
    happened: 'The app could not be built; what the build said is above.',
    safe: 'No data was touched.',
    todo: 'If you changed the source, mend it; if not, run `npm ci --ignore-scripts` and then the same command again.',
  });
}

/**
 * @param {string} node
 */
export async function buildNow(node) {
  const hash = hashOfSources();
  const finished = await finish(node, [toolScript('vite'), 'build'], { env: { NODE_ENV: 'production' } });
  if (finished.code === 0) writeFileSync(STAMP, hash);
  return finished;
}

/** @param {string} hash */
function isBuiltFrom(hash) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash;
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesUnder(join(ROOT, source)))) {
    const name = relative(ROOT, path);
    if (NOT_BUILT.some((left) => name === left || name.startsWith(left + sep))) continue;
    hash.update(`${name}\0${statSync(path).size}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
