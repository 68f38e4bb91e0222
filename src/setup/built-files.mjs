import { relative } from 'node:path';

/** @typedef {import('vite').Rolldown.OutputAsset | import('vite').Rolldown.OutputChunk} Built */

/**
 * What the bundler says of its files, as `setsOfFiles` reads it. Workers, WebAssembly and what workers load themselves are named
 * in texts alone, so they are looked for there; and a page names what it begins with.
 *
 * @param {Readonly<Record<string, Built>>} bundle
 * @param {string} root the folder of the sources
 * @returns {ReadonlyMap<string, import('./file-sets.mjs').BuiltFile>}
 */
export function builtFiles(bundle, root) {
  const named = Object.values(bundle).flatMap((file) =>
    file.type === 'asset' && /\.(js|wasm)$/.test(file.fileName) ? [file.fileName] : [],
  );
  return new Map(
    Object.values(bundle).map((file) => [file.fileName, builtFile(file, Object.keys(bundle), named, root)]),
  );
}

/**
 * @param {Built} file
 * @param {readonly string[]} all
 * @param {readonly string[]} named
 * @param {string} root
 * @returns {import('./file-sets.mjs').BuiltFile}
 */
function builtFile(file, all, named, root) {
  const text = file.type === 'chunk' ? file.code : textOf(file.source);
  if (file.fileName.endsWith('.html')) {
    const needs = all.filter((name) => text.includes(`/${name}"`));
    return { source: file.fileName, isPage: true, needs, mayNeed: [] };
  }
  const inText = file.fileName.endsWith('.js')
    ? named.filter((name) => name !== file.fileName && text.includes(lastPart(name)))
    : [];
  if (file.type === 'asset') return { source: null, isPage: false, needs: inText, mayNeed: [] };
  const { importedCss = [], importedAssets = [] } = file.viteMetadata ?? {};
  return {
    source: file.facadeModuleId === null ? null : relative(root, file.facadeModuleId),
    isPage: false,
    needs: [...file.imports, ...importedCss, ...importedAssets, ...inText],
    mayNeed: file.dynamicImports,
  };
}

/** @param {string | Uint8Array} source */
function textOf(source) {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

/** @param {string} name */
function lastPart(name) {
  return name.slice(name.lastIndexOf('/') + 1);
}
