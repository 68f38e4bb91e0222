import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export interface Browser {
  readonly executable: string;
  readonly from: 'environment' | 'system' | 'npm';
}

/** Plain flags only: the npm package's own `args` put everything into one process and switch web security off. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/**
 * What the stories' browsers leave out besides, where only the sum of work counts: the last compiler, since a page of a story
 * lives for seconds, and a process of its own for drawing.
 */
export const STORY_FLAGS = [...BROWSER_FLAGS, '--js-flags=--no-opt', '--in-process-gpu'];

const NAMED_BY = 'DASTARKHAN_BROWSER';
/** The first is Chromium without windows: the same pages and workers at three quarters of the work. */
const SYSTEM_NAMES = [
  'chromium-headless-shell',
  'chromium',
  'google-chrome',
  'google-chrome-stable',
  'chromium-browser',
  'chrome',
];
const OUTSIDE_PATH = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const HOW_TO_BRING = `Install one (Debian: apt-get install -y chromium-headless-shell) or name one in ${NAMED_BY}.`;

/**
 * The browser that the tests drive: one that the environment names, else an installed one, else the one inside an npm
 * package. Throws with the command that brings a browser when there is none.
 */
export async function chooseBrowser(): Promise<Browser> {
  const named = process.env[NAMED_BY];
  if (named !== undefined && named !== '') {
    if (!existsSync(named)) throw new Error(`${NAMED_BY} names ${named}, and there is no such file. ${HOW_TO_BRING}`);
    return { executable: named, from: 'environment' };
  }
  const installed = installedBrowser();
  if (installed !== undefined) return { executable: installed, from: 'system' };
  return { executable: await unpackedBrowser(), from: 'npm' };
}

function installedBrowser(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...OUTSIDE_PATH].find((path) => existsSync(path));
}

/**
 * Unpacks the npm browser once, into a folder of its own. The package writes into the temporary folder and takes a
 * half-written file for a whole one, so it is given a fresh folder that gets its name only when everything is there.
 */
async function unpackedBrowser(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`No browser was found, and npm has none for ${process.platform}-${process.arch}. ${HOW_TO_BRING}`);
  }
  const cache = join(process.cwd(), 'node_modules/.cache/chromium');
  const executable = join(cache, 'unpacked/chromium');
  if (!existsSync(executable)) {
    mkdirSync(cache, { recursive: true });
    const fresh = mkdtempSync(join(cache, 'fresh-'));
    await unpackInto(fresh);
    if (!existsSync(executable)) renameSync(fresh, join(cache, 'unpacked'));
  }
  assertLibraries(executable);
  return executable;
}

async function unpackInto(folder: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** The npm browser leans on a few libraries of the system; without them it dies with nothing but an exit code. */
function assertLibraries(executable: string): void {
  const listed = execFileSync('ldd', [executable], { encoding: 'utf8' });
  const missing = listed
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
  if (missing.length === 0) return;
  throw new Error(
    `The browser from npm needs libraries that this system lacks: ${missing.join(', ')}. ` +
      'On Debian: apt-get install -y libnss3 libnspr4 libexpat1 - or better a whole browser: apt-get install -y chromium-headless-shell.',
  );
}
