import { formatAgo, formatBytes, formatDuration } from '#i18n/format.ts';
import { lastWords } from '#i18n/last-words.ts';
import { areas, loadWords } from '#i18n/load-words.ts';

/**
 * One text: where it stands, in Kazakh, and in Russian to compare.
 * @typedef {{ readonly path: string, readonly kk: string, readonly ru: string }} Text
 */

/** Asked for in place of each fact that a text is about; in Russian it takes a form of its own. */
const SAMPLE = 21;
const MINUTE_MS = 60_000;
const HEADING = `# Kazakh texts for a native speaker

Written by \`npx node src/setup/write-kazakh-list.mjs\` from the catalogues. Whoever reads a text and finds it good puts an x into its
box and runs that command: the text moves to the end. The mark holds the text itself, so a text that changes is unread again. In place of
each name or number stands ${SAMPLE}.
`;

/**
 * Every Kazakh text of the app, in the order of the catalogues.
 * @returns {Promise<readonly Text[]>}
 */
export async function kazakhTexts() {
  const [kk, ru] = await Promise.all([everyWord('kk'), everyWord('ru')]);
  const russian = new Map(ru);
  return kk.map(([path, text]) => ({ path, kk: text, ru: russian.get(path) ?? '' }));
}

/**
 * The list as it is to stand in its file; \`before\` is what stands there, with its marks.
 * @param {readonly Text[]} texts
 * @param {string} before
 */
export function kazakhList(texts, before) {
  const read = new Set([...before.matchAll(/^- \[x\] (.*)$/gim)].map(([, line]) => line));
  /** @param {Text} text */
  const lineOf = ({ path, kk, ru }) => `\`${path}\` ${kk} — ${ru}`;
  const lines = texts.map((text) => lineOf(text));
  const section = (/** @type {string} */ title, /** @type {string} */ box, /** @type {readonly string[]} */ those) =>
    those.length === 0
      ? ''
      : `\n## ${title}: ${those.length}\n\n${those.map((line) => `- [${box}] ${line}\n`).join('')}`;
  const unread = lines.filter((line) => !read.has(line));
  const known = lines.filter((line) => read.has(line));
  return `${HEADING}${section('Not read yet', ' ', unread)}${section('Read', 'x', known)}`;
}

/** @param {'kk' | 'ru'} language */
async function everyWord(language) {
  const loaded = await Promise.all(areas.map(async (area) => wordsIn(await loadWords(language, area), area)));
  const dates = {
    now: formatAgo(0, language),
    ago: formatAgo(SAMPLE * MINUTE_MS, language),
    lasts: formatDuration(SAMPLE * 5 * MINUTE_MS, language),
    size: formatBytes(SAMPLE, language),
  };
  return [...loaded.flat(), ...wordsIn(lastWords[language], 'crash'), ...wordsIn(dates, 'format')];
}

/**
 * @param {unknown} value
 * @param {string} path
 * @returns {readonly (readonly [path: string, text: string])[]}
 */
function wordsIn(value, path) {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    const words = /** @type {(...facts: number[]) => unknown} */ (value);
    return wordsIn(words(...Array.from({ length: words.length }, () => SAMPLE)), path);
  }
  return Object.entries(Object(value)).flatMap(([key, inner]) => wordsIn(inner, `${path}.${key}`));
}
