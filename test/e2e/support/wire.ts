import { type IncomingMessage, type ServerResponse, createServer, request } from 'node:http';

/**
 * What happens to one request on its way:
 * - `pass`: nothing;
 * - `cut`: it never reaches the server, and the connection breaks;
 * - `loseAnswer`: the server does its work, and the connection breaks before the answer;
 * - `answer`: somebody else answers, as a captive portal does;
 * - `alter`: the server's answer arrives with another body.
 */
export type Fate =
  | { readonly type: 'pass' | 'cut' | 'loseAnswer' }
  | { readonly type: 'answer'; readonly status: number; readonly contentType: string; readonly body: string }
  | { readonly type: 'alter'; readonly alter: (body: string) => string };

export type Weather = (request: { readonly method: string; readonly path: string }) => Fate;

/** A wire between browser and server whose weather a test decides. It also reaches what the service worker asks for. */
export interface Wire {
  readonly address: string;
  readonly setWeather: (weather: Weather) => void;
  readonly remove: () => Promise<void>;
}

export const fairWeather: Weather = () => ({ type: 'pass' });

export function startWire(serverAddress: string): Promise<Wire> {
  let weather = fairWeather;
  const server = createServer((incoming, outgoing) => {
    const fate = weather({ method: incoming.method ?? '', path: incoming.url ?? '' });
    if (fate.type === 'cut') outgoing.destroy();
    else if (fate.type === 'answer')
      outgoing.writeHead(fate.status, { 'content-type': fate.contentType }).end(fate.body);
    else passOn(serverAddress, incoming, outgoing, fate);
  });
  return new Promise((resolve) => {
    server.listen(0, 'localhost', () => {
      const at = server.address();
      resolve({
        address: `http://localhost:${typeof at === 'object' && at !== null ? at.port : 0}`,
        setWeather: (next) => (weather = next),
        remove: () =>
          new Promise((removed) => {
            server.close(() => removed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

function passOn(serverAddress: string, incoming: IncomingMessage, outgoing: ServerResponse, fate: Fate): void {
  // Uncompressed, so that a body can be altered as text.
  const headers = { ...incoming.headers, ...(fate.type === 'alter' ? { 'accept-encoding': 'identity' } : {}) };
  const onward = request(new URL(incoming.url ?? '/', serverAddress), { method: incoming.method ?? 'GET', headers });
  incoming.pipe(onward);
  onward.on('error', () => outgoing.destroy());
  outgoing.on('close', () => onward.destroy());
  onward.on('response', (answer) => {
    if (fate.type === 'loseAnswer') answer.resume().on('end', () => outgoing.destroy());
    else if (fate.type === 'alter') void alterBody(answer, outgoing, fate.alter);
    else answer.pipe(outgoing.writeHead(answer.statusCode ?? 502, answer.headers));
  });
}

async function alterBody(
  answer: IncomingMessage,
  outgoing: ServerResponse,
  alter: (body: string) => string,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const body = alter(Buffer.concat(chunks).toString());
  const { 'content-length': _length, etag: _etag, ...headers } = answer.headers;
  outgoing.writeHead(answer.statusCode ?? 502, headers).end(body);
}
