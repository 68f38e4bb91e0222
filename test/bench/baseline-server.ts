import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { assert } from '#lib/assert.ts';

const unpack = promisify(gunzip);
const pack = promisify(gzip);

/**
 * What our figures stand beside: the least that a server can do. One gzipped POST of JSON rows goes into one SQLite table
 * in one durable transaction; one GET gives them all back gzipped. No identity, no order, no proof, no second reader.
 */
async function serveBaseline(file: string): Promise<void> {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE row (id TEXT PRIMARY KEY, body TEXT)');
  const insert = database.prepare('INSERT OR REPLACE INTO row VALUES (?, ?)');
  const all = database.prepare('SELECT body FROM row');

  const keep = async (request: IncomingMessage): Promise<string> => {
    const rows: unknown = JSON.parse((await unpack(await bodyOf(request))).toString());
    assert(Array.isArray(rows), 'a baseline push is a list of rows');
    database.exec('BEGIN');
    for (const row of rows) insert.run((row as { id: string }).id, JSON.stringify(row));
    database.exec('COMMIT');
    return JSON.stringify({ kept: rows.length });
  };
  const give = () =>
    `[${all
      .all()
      .map((row) => String(row['body']))
      .join(',')}]`;

  const server = createServer((request, response) => {
    const answer = request.method === 'POST' ? keep(request) : Promise.resolve(give());
    void answer.then(async (text) => {
      response.writeHead(200, {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': '*',
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      });
      response.end(await pack(text));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

const [file] = process.argv.slice(2);
assert(file !== undefined, 'the baseline is told its file');
await serveBaseline(file);
