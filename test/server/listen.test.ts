import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { listen } from '#server/listen.ts';

test('whoever keeps half a request back does not keep the server from ending', async () => {
  const server = await listen(new Hono(), { host: '127.0.0.1', port: 0 }, 50);
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  socket.on('error', () => socket.destroy());
  await new Promise<void>((resolve) =>
    socket.write('POST /api/sync HTTP/1.1\r\ncontent-length: 10\r\n', () => resolve()),
  );
  await Promise.all([server.stop(), closed]);
  expect(socket.destroyed).toBe(true);
});
