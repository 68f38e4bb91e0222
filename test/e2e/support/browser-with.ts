import { type Browser, chromium } from '@playwright/test';

import { BROWSER_FLAGS, chooseBrowser } from './browser.ts';

/** A browser with other flags than the usual one. */
export async function browserWith(...flags: readonly string[]): Promise<Browser> {
  const { executable } = await chooseBrowser();
  return chromium.launch({ executablePath: executable, args: [...BROWSER_FLAGS, ...flags] });
}

/** A browser whose camera sees this film, again and again. */
export function browserThatSees(film: string): Promise<Browser> {
  return browserWith(
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${film}`,
  );
}

/** A browser that draws maps: in software, since the machines that test have no graphics card. */
export function browserThatDrawsMaps(): Promise<Browser> {
  return browserWith('--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist');
}
