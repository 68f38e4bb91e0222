import { type Socket, createServer } from 'node:net';

import { PGlite } from '@electric-sql/pglite';

import { type Chunk, type SessionStatus, createFrameReader, statusAfter } from './postgres-frames.ts';
import type { TestPostgres } from './test-postgres.ts';

/**
 * PGlite behind a port, so that the same client code talks to it as to a server. It has one session for everybody:
 * whoever begins a transaction keeps it to the end, and the others wait in line.
 */
export async function startPglite(): Promise<TestPostgres> {
  const database = await PGlite.create();
  const session = createSession();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    serve(socket, database, session);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  return {
    kind: 'pglite',
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}

function serve(socket: Socket, database: PGlite, session: Session): void {
  const read = createFrameReader();
  const execute = async (bytes: Chunk) => {
    const answer = await database.execProtocolRaw(bytes);
    if (!socket.destroyed) socket.write(answer);
    return statusAfter(answer);
  };
  socket.on('data', (bytes: Buffer) => {
    for (const piece of read(bytes)) {
      if (piece.type === 'refuseEncryption') socket.write('N');
      else session.enqueue(socket, () => execute(piece.bytes));
    }
  });
  socket.on('error', () => socket.destroy());
  socket.once('close', () =>
    session.leave(socket, async () => {
      await database.exec('ROLLBACK');
      return 'idle';
    }),
  );
}

type Turn = () => Promise<SessionStatus>;

interface Session {
  /** Takes the turn as soon as the session is free, or at once after the turns before it if it is the owner's already. */
  readonly enqueue: (owner: Socket, turn: Turn) => void;
  /** Forgets the owner's turns, and rolls back what it had begun. */
  readonly leave: (owner: Socket, rollBack: Turn) => void;
}

function createSession(): Session {
  let holder: Socket | undefined;
  let isBusy = false;
  let queue: readonly { readonly owner: Socket; readonly turn: Turn }[] = [];

  const advance = async (): Promise<void> => {
    const next = queue.find(({ owner }) => holder === undefined || owner === holder);
    if (isBusy || next === undefined) return;
    queue = queue.filter((waiting) => waiting !== next);
    isBusy = true;
    try {
      holder = (await next.turn()) === 'inTransaction' ? next.owner : undefined;
    } catch {
      // The database is gone, or was never well: the client sees its connection end.
      holder = undefined;
      next.owner.destroy();
    }
    isBusy = false;
    await advance();
  };
  const enqueue = (owner: Socket, turn: Turn) => {
    queue = [...queue, { owner, turn }];
    void advance();
  };
  return {
    enqueue,
    leave: (owner, rollBack) => {
      queue = queue.filter((waiting) => waiting.owner !== owner);
      // What is running for the owner right now may be its first statement: so this is asked in line, not at once.
      enqueue(owner, async () => (holder === owner ? rollBack() : 'idle'));
    },
  };
}
