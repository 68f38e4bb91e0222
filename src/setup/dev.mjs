/** `npm run dev`: the server, restarted on every change, and Vite in front of it. */
import './require-node-20.mjs';
import { accompany } from './accompany.mjs';
import { DEVELOPMENT_SERVER_PORT } from './development-address.mjs';
import { install } from './install.mjs';
import { toolScript } from './paths.mjs';

/** Where Vite shows the app: links that the server prints must lead there. */
const DEVELOPMENT_APP_PORT = 5173;

const node = await install();
process.exitCode = await accompany([
  {
    program: node,
    args: ['--watch', '--watch-preserve-output', 'src/server/main.ts', ...process.argv.slice(2)],
    env: {
      PORT: String(DEVELOPMENT_SERVER_PORT),
      PUBLIC_URL: process.env['PUBLIC_URL'] ?? `http://localhost:${DEVELOPMENT_APP_PORT}`,
    },
  },
  { program: node, args: [toolScript('vite'), '--port', String(DEVELOPMENT_APP_PORT), '--strictPort'] },
]);
