import './require-node-26.ts';
import { createServer } from './http-server.ts';

const { address, stop } = await createServer(process.env);
console.log(`Dastarkhan is on ${address}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
