import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '#lib/assert.ts';
import { createVerify, nodeRandom } from './auth/node-crypto.ts';
import { createEngine, type Engine } from './engine.ts';
import { type EngineFiles, serveCalls } from './calls.ts';
import { erasedListFile } from './erased-list.ts';
import { revokedListFile } from './revoked-list.ts';
import { sqliteStorage } from './storage/sqlite/sqlite-storage.ts';

/** The thread that owns the SQLite file: all of a request's reading, deciding and writing happens here. */
const port = parentPort;
assert(port !== null, 'the engine worker runs in a worker thread');
const clock = { now: () => Date.now() };
const { database, revoked, erased } = workerData as EngineFiles;
const ports = { random: nodeRandom, clock, verify: createVerify() };
const lists = [revokedListFile(revoked), erasedListFile(erased)] as const;
const engine: Engine = await createEngine(sqliteStorage(database), ports, ...lists);
serveCalls(port, engine);
