import { expect, test } from 'vitest';

import { heldSets, type PrecachedFile, type SetPorts } from '#worker/held-sets.ts';

const ORIGIN = 'https://food.example';

const list: readonly PrecachedFile[] = [
  { url: 'index.html', revision: 'one', integrity: 'sha256-index' },
  { url: 'assets/app-1.js', revision: null, integrity: 'sha256-app' },
  { url: 'assets/table-1.js', revision: null, integrity: 'sha256-table', sets: ['organiser'] },
  { url: 'assets/lines-1.js', revision: null, integrity: 'sha256-lines', sets: ['organiser', 'sponsor'] },
  { url: 'assets/letter-1.js', revision: null, integrity: 'sha256-letter', sets: ['sponsor'] },
];

test('a phone holds what everybody needs, and no set that nobody asked for', async () => {
  const phone = newPhone();
  await heldSets(list, phone.ports).holdNoted();
  expect(phone.held()).toEqual(['assets/app-1.js', 'index.html?one']);
});

test('a set that is asked for is fetched at once, and what two sets need is fetched once', async () => {
  const phone = newPhone();
  const sets = heldSets(list, phone.ports);
  await sets.holdNoted();
  await sets.hold('organiser');
  await sets.hold('sponsor');
  expect(phone.held()).toContain('assets/table-1.js');
  expect(phone.asked.filter(({ url }) => url.endsWith('/assets/lines-1.js'))).toHaveLength(1);
});

test('every file is asked for with its hash, and past the browser’s own cache where its name has none', async () => {
  const phone = newPhone();
  const sets = heldSets(list, phone.ports);
  await sets.hold('organiser');
  await sets.hold('sponsor');
  await sets.holdNoted();
  const asked = phone.asked.map(({ url, integrity, cache }) => [url.slice(ORIGIN.length + 1), integrity, cache]);
  expect(asked.toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))).toEqual([
    ['assets/app-1.js', 'sha256-app', 'default'],
    ['assets/letter-1.js', 'sha256-letter', 'default'],
    ['assets/lines-1.js', 'sha256-lines', 'default'],
    ['assets/table-1.js', 'sha256-table', 'default'],
    ['index.html', 'sha256-index', 'reload'],
  ]);
});

test('a newer version brings the noted sets along before it counts as complete, and fails as a whole without them', async () => {
  const phone = newPhone();
  await heldSets(list, phone.ports).hold('organiser');
  const newer = list.map((file) => ({ ...file, url: file.url.replace('-1', '-2') }));
  phone.missing.add('assets/table-2.js');
  await expect(heldSets(newer, phone.ports).holdNoted()).rejects.toThrow('assets/table-2.js');
  phone.missing.clear();
  await heldSets(newer, phone.ports).holdNoted();
  expect(phone.held()).toEqual(expect.arrayContaining(['assets/app-2.js', 'assets/table-2.js', 'assets/lines-2.js']));
  expect(phone.held()).not.toContain('assets/letter-2.js');
});

test('a set that could not be fetched stays noted, and the next ask goes on where it ended', async () => {
  const phone = newPhone();
  phone.missing.add('assets/lines-1.js');
  await expect(heldSets(list, phone.ports).hold('organiser')).rejects.toThrow('assets/lines-1.js');
  expect(phone.held()).toContain('assets/table-1.js');
  phone.missing.clear();
  phone.asked.splice(0);
  await heldSets(list, phone.ports).holdNoted();
  expect(phone.held()).toContain('assets/lines-1.js');
  expect(phone.asked.map(({ url }) => url)).not.toContain(`${ORIGIN}/assets/table-1.js`);
});

test('a set that was let go is not brought along any more', async () => {
  const phone = newPhone();
  const sets = heldSets(list, phone.ports);
  await sets.hold('organiser');
  await sets.letGo('organiser');
  const newer = list.map((file) => ({ ...file, url: file.url.replace('-1', '-2') }));
  await heldSets(newer, phone.ports).holdNoted();
  expect(phone.held()).toEqual(expect.arrayContaining(['assets/app-2.js']));
  expect(phone.held()).not.toContain('assets/table-2.js');
});

test('a set that a version does not know is noted for the next one, and not said to be here', async () => {
  const phone = newPhone();
  await expect(heldSets(list, phone.ports).hold('map')).rejects.toThrow('map');
  const withMap = [...list, { url: 'assets/map-2.js', revision: null, sets: ['map'] }];
  await heldSets(withMap, phone.ports).holdNoted();
  expect(phone.held()).toContain('assets/map-2.js');
});

/** A phone's caches, and the way to the server, in memory. */
function newPhone() {
  const files = new Map<string, Response>();
  const notes = new Map<string, Response>();
  const asked: Request[] = [];
  const missing = new Set<string>();
  const nameOf = (url: string): string => url.slice(ORIGIN.length + 1);
  const keyOf = (url: string): string => {
    const revision = url === 'index.html' ? '?one' : '';
    return `${ORIGIN}/${url}${revision}`;
  };
  const textOf = (key: RequestInfo | URL): string => (key instanceof Request ? key.url : key.toString());
  const over = (kept: Map<string, Response>) => ({
    match: async (key: RequestInfo | URL) => kept.get(textOf(key)),
    put: async (key: RequestInfo | URL, response: Response) => void kept.set(textOf(key), response),
    delete: async (key: RequestInfo | URL) => kept.delete(textOf(key)),
    keys: async () => [...kept.keys()].map((url) => new Request(url)),
  });
  const ports: SetPorts = {
    files: async () => over(files),
    notes: async () => over(notes),
    fetch: async (request) => {
      asked.push(request);
      return new Response('', { status: missing.has(nameOf(request.url)) ? 404 : 200 });
    },
    keyOf,
    origin: ORIGIN,
  };
  return { ports, asked, missing, held: () => [...files.keys()].map(nameOf).toSorted() };
}
