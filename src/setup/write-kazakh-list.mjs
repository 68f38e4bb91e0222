/**
 * Writes src/i18n/kazakh-to-review.md from the catalogues, and keeps the marks of what was read:
 * `npx node src/setup/write-kazakh-list.mjs`. `npm run check` does it too.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { kazakhList, kazakhTexts } from './kazakh-list.mjs';
import { ROOT } from './paths.mjs';

const target = join(ROOT, 'src/i18n/kazakh-to-review.md');
const before = existsSync(target) ? readFileSync(target, 'utf8') : '';
writeFileSync(target, kazakhList(await kazakhTexts(), before));
