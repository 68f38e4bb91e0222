import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** The page's own address; nothing listens there, the test answers every request itself. */
export const kitAddress = 'http://kit.localhost';

export type KitFiles = ReadonlyMap<string, { readonly body: string; readonly contentType: string }>;

const contentTypes: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

/** The page that holds the whole kit, bundled as the app is, in memory. */
export async function buildKit(): Promise<KitFiles> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: 'test/e2e/kit',
    plugins: [react()],
    build: { write: false, target: 'es2022', rolldownOptions: { input: 'test/e2e/kit/page.html' } },
  });
  if (Array.isArray(built) || !('output' in built)) throw new Error('The kit was not built as one bundle');
  return new Map(
    built.output.map((file) => {
      const body = file.type === 'chunk' ? file.code : String(file.source);
      const contentType = contentTypes[file.fileName.split('.').at(-1) ?? ''] ?? 'text/plain';
      return [`/${file.fileName}`, { body, contentType }];
    }),
  );
}
