/**
 * Fills the data folder that it is given with the demonstration's branch, and prints its invitations as JSON. A program of
 * its own: the branch is made by the server's code as it is, and lies there before the server of a test begins.
 */
import { join } from 'node:path';
import { nodeRandom } from '#server/auth/node-crypto.ts';
import { fillDemoBranch } from '#server/demo/demo-branch.ts';
import { startEngineThread } from '#server/remote.ts';

const [, , folder = '.'] = process.argv;
const engine = await startEngineThread(join(folder, 'dastarkhan.sqlite'), () => process.exit(1));
const invites = await fillDemoBranch(engine, { clock: { now: () => Date.now() }, random: nodeRandom });
await engine.close();
console.log(JSON.stringify(invites));
