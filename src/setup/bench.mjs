/** `npm run bench`: what the program is measured by, on the built app and the real server. */
import './require-node-20.mjs';
import { accompany } from './accompany.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';

const node = await install();
await build(node);
process.exitCode = await accompany([{ program: node, args: ['test/bench/main.ts', ...process.argv.slice(2)] }]);
