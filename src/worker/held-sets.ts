export type PrecachedFile = {
  readonly url: string;
  readonly revision: string | null;
  readonly integrity?: string;
  /** Only phones that asked for one of these hold it; without the list every phone does. */
  readonly sets?: readonly string[];
};

export type SetPorts = {
  /** Where the files of all versions lie. */
  readonly files: () => Promise<Pick<Cache, 'match' | 'put'>>;
  /** What outlives a version, and the worker's own memory. */
  readonly notes: () => Promise<Pick<Cache, 'keys' | 'put' | 'delete'>>;
  readonly fetch: (request: Request) => Promise<Response>;
  /** Under which address this version's file lies in the cache. */
  readonly keyOf: (url: string) => string;
  readonly origin: string;
};

export type HeldSets = {
  /** Fetches whatever is missing of everybody's files and of the noted sets. Rejects unless all of it is here. */
  readonly holdNoted: () => Promise<void>;
  /** Notes the set, then fetches what is missing of it. Rejects unless all of it is here; the note stays. */
  readonly hold: (set: string) => Promise<void>;
  /** Its files stay until the next version comes without them. */
  readonly letGo: (set: string) => Promise<void>;
};

/** A slow link is not crowded, and a distant server is not waited for file by file. */
const AT_ONCE = 4;
const NOTES = '/sets/';

/**
 * A version's files in sets: everybody's, and those that a phone asked for because of who holds it. What was asked for is noted
 * before it is fetched, and lasts: every later version brings the noted sets along before it counts as installed.
 *
 *   not asked for --hold--> noted --all its files here--> held
 *        ^                    |  `--one is not to be had: the next ask goes on from there
 *        `------letGo---------'
 */
export function heldSets(list: readonly PrecachedFile[], ports: SetPorts): HeldSets {
  const noteOf = (set: string): string => `${ports.origin}${NOTES}${encodeURIComponent(set)}`;
  const noted = async (): Promise<readonly string[]> =>
    (await (await ports.notes()).keys()).flatMap(({ url }) =>
      url.startsWith(noteOf('')) ? [decodeURIComponent(url.slice(noteOf('').length))] : [],
    );
  return {
    holdNoted: async () => {
      const wanted = await noted();
      await fetchMissing(
        list.filter(({ sets }) => sets === undefined || sets.some((set) => wanted.includes(set))),
        ports,
      );
    },
    hold: async (set) => {
      await (await ports.notes()).put(noteOf(set), new Response());
      const files = list.filter(({ sets }) => sets?.includes(set));
      if (files.length === 0) throw new Error(`This version has no set "${set}"`);
      await fetchMissing(files, ports);
    },
    letGo: async (set) => void (await (await ports.notes()).delete(noteOf(set))),
  };
}

async function fetchMissing(files: readonly PrecachedFile[], ports: SetPorts): Promise<void> {
  const cache = await ports.files();
  const queue = [...files];
  const fetchNext = async (): Promise<void> => {
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const key = ports.keyOf(file.url);
      if ((await cache.match(key)) !== undefined) continue;
      const response = await ports.fetch(requestOf(file, ports.origin));
      if (!response.ok) throw new Error(`${file.url}: ${response.status}`);
      await cache.put(key, await plain(response));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
}

/** What was led elsewhere cannot answer for a page. */
async function plain(response: Response): Promise<Response> {
  return response.redirected ? new Response(await response.blob(), { headers: response.headers }) : response;
}

/** A browser refuses a body that does not match its hash; what has a revision instead of a hash in its name may lie in its own cache. */
function requestOf({ url, revision, integrity }: PrecachedFile, origin: string): Request {
  return new Request(new URL(url, origin), {
    ...(integrity === undefined ? {} : { integrity }),
    cache: revision === null ? 'default' : 'reload',
    credentials: 'same-origin',
  });
}
