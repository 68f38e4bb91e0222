import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { afterEach, describe, expect, test } from 'vitest';
import { type Limits, listen, type Listening } from '#server/listen.ts';
import { createTestApp } from '#test/support/test-app.ts';
import { manualTime } from '#test/store/support/manual-timer.ts';

const running: Listening[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
});

async function start(app: Hono, limits: Partial<Limits>): Promise<Listening> {
  const server = await listen(app, { host: '127.0.0.1', port: 0 }, { lastRequestsMs: 50, ...limits });
  running.push(server);
  return server;
}

/** A connection that says something and then waits; `closed` gives what it heard until it was hung up on. */
function say(server: Listening, text: string): { readonly socket: Socket; readonly closed: Promise<string> } {
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => (heard += chunk.toString()));
  socket.on('error', () => socket.destroy());
  const closed = new Promise<string>((resolve) => socket.on('close', () => resolve(heard)));
  if (text !== '') socket.write(text);
  return { socket, closed };
}

test('whoever keeps half a request back does not keep the server from ending', async () => {
  const server = await listen(new Hono(), { host: '127.0.0.1', port: 0 }, { lastRequestsMs: 50 });
  const { socket, closed } = say(server, '');
  await new Promise<void>((resolve) =>
    socket.write('POST /api/sync HTTP/1.1\r\ncontent-length: 10\r\n', () => resolve()),
  );
  await Promise.all([server.stop(), closed]);
  expect(socket.destroyed).toBe(true);
});

describe('a connection costs little, whoever is at its other end', () => {
  test('headers that come letter by letter are given up, and others are served meanwhile', async () => {
    const server = await start(
      new Hono().get('/', (context) => context.text('ok')),
      { headersMs: 60, lookEveryMs: 20 },
    );
    const slow = Array.from({ length: 20 }, () => say(server, 'GET / HTTP/1.1\r\nhost: a\r\nx-slow: '));
    expect((await fetch(server.address)).status).toBe(200);
    for (const { closed } of slow) expect(await closed).toContain('408');
  });

  test('headers beyond their bound are refused', async () => {
    const server = await start(new Hono(), {});
    const { closed } = say(server, `GET / HTTP/1.1\r\nhost: a\r\nx-large: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(await closed).toContain('431');
  });

  test('connections beyond their bound are hung up on, and those before them are not', async () => {
    const server = await start(
      new Hono().get('/', (context) => context.text('ok')),
      { mostConnections: 2 },
    );
    const held = [say(server, ''), say(server, '')];
    await Promise.all(held.map(({ socket }) => new Promise((resolve) => socket.once('connect', resolve))));
    expect(await say(server, '').closed).toBe('');
    for (const { socket } of held) expect(socket.destroyed).toBe(false);
  });

  test('a body that stops on its way is answered in the end, and its connection is closed', async () => {
    const time = manualTime(0);
    const inner = createTestApp({ timer: time.timer });
    // The app has begun to read when it asks for the deadline.
    const reading = new Promise<void>((resolve) => {
      const { after } = time.timer;
      Object.assign(time.timer, {
        after: (...asked: Parameters<typeof after>) => {
          resolve();
          return after(...asked);
        },
      });
    });
    const server = await start(inner, {});
    const { closed } = say(server, 'POST /api/invite HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\nabc');
    await reading;
    time.advance(60_000);
    expect(await closed).toContain('503 Service Unavailable');
  });
});
