/** `npm start` and `npm run demo`: from a fresh clone to a running server. */
import './require-node-20.mjs';
import { accompany } from './accompany.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';

const node = await install();
await build(node);
process.exitCode = await accompany([{ program: node, args: ['src/server/main.ts', ...process.argv.slice(2)] }]);
