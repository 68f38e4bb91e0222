import { relative } from 'node:path';

/**
 * What the bundler says of its files, as `setsOfFiles` reads it. Workers, WebAssembly and what workers load themselves are named
 * in texts alone, so they are looked for there.
 *
 * @param {Readonly<Record<string, import('vite').Rolldown.OutputAsset | import('vite').Rolldown.OutputChunk>>} bundle
 * @param {string} root the folder of the sources
 * @returns {ReadonlyMap<string, import('./file-sets.mjs').BuiltFile>}
 */
export function builtFiles(bundle, root) {
  const named = Object.values(bundle).flatMap((file) =>
    file.type === 'asset' && /\.(js|wasm)$/.test(file.fileName) ? [file.fileName] : [],
  );
  return new Map(
    Object.values(bundle).map((file) => {
      const text = file.type === 'chunk' ? file.code : file.fileName.endsWith('.js') ? textOf(file.source) : '';
      const inText = named.filter((name) => name !== file.fileName && text.includes(lastPart(name)));
      const isHtml = file.fileName.endsWith('.html');
      if (file.type === 'asset') {
        return [file.fileName, { source: isHtml ? file.fileName : null, isPage: isHtml, needs: inText, mayNeed: [] }];
      }
      const { importedCss = [], importedAssets = [] } = file.viteMetadata ?? {};
      return [
        file.fileName,
        {
          source: file.facadeModuleId === null ? null : relative(root, file.facadeModuleId),
          isPage: file.isEntry,
          needs: [...file.imports, ...importedCss, ...importedAssets, ...inText],
          mayNeed: file.dynamicImports,
        },
      ];
    }),
  );
}

/** @param {string | Uint8Array} source */
function textOf(source) {
  return typeof source === 'string' ? source : new TextDecoder().decode(source);
}

/** @param {string} name */
function lastPart(name) {
  return name.slice(name.lastIndexOf('/') + 1);
}
