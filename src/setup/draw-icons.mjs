/**
 * Draws the PNG icons from the SVG ones with an installed Chromium: `node src/setup/draw-icons.mjs [browser]`. To be run by
 * hand after a drawing was changed; the PNG files are committed, because not every machine has the same browser.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { ROOT } from './paths.mjs';

const folder = join(ROOT, 'public/icons');
const browser = process.argv[2] ?? 'chromium';

/** What is drawn, from what, and how many pixels wide: iOS and masks cut their own corners. */
const drawings = [
  { to: 'icon-192.png', from: 'icon.svg', side: 192 },
  { to: 'icon-512.png', from: 'icon.svg', side: 512 },
  { to: 'maskable-512.png', from: 'maskable.svg', side: 512 },
  { to: 'monochrome-512.png', from: 'monochrome.svg', side: 512 },
  { to: 'apple-touch-icon.png', from: 'maskable.svg', side: 180 },
];

for (const { to, from, side } of drawings) {
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--default-background-color=00000000',
    `--window-size=${side},${side}`,
    `--screenshot=${join(folder, to)}`,
  ];
  execFileSync(browser, [...flags, join(folder, from)], { stdio: 'ignore' });
  console.log(`${to} from ${from}, ${side} pixels wide`);
}
