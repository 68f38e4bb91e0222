import { connect, createServer, type Socket } from 'node:net';

/** A wire to a server on this machine that a test can cut, as a restart or a firewall does. */
export type BreakableWire = {
  readonly url: string;
  /** How many connections there have been. */
  readonly connectionCount: () => number;
  /** Ends every connection that goes through it; new ones may come. */
  readonly cut: () => void;
  readonly stop: () => Promise<void>;
};

/** Lays a wire to where the URL points. */
export async function layWire(target: string): Promise<BreakableWire> {
  const url = new URL(target);
  const [host, port] = [url.hostname, Number(url.port)];
  const sockets = new Set<Socket>();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  let connectionCount = 0;
  const server = createServer((near) => {
    connectionCount += 1;
    const far = connect(port, host);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => other.destroy());
      socket.pipe(other);
    }
  });
  url.port = await new Promise<string>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(String(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
  return {
    url: url.href,
    connectionCount: () => connectionCount,
    cut,
    stop: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
