import { ROOMS, ROOT_ENTRIES, ROOT_LEFTOVERS, type Room } from './rooms.ts';

/** One of src/setup/typescript: which rooms it compiles, and what they may touch besides the language. */
export interface TypeScriptProject {
  readonly name: string;
  readonly include: readonly string[];
  readonly lib: readonly string[];
  readonly types: readonly string[];
}

const PLATFORMS: Readonly<
  Record<Room['platform'], { readonly lib: readonly string[]; readonly types: readonly string[] }>
> = {
  core: { lib: [], types: [] },
  client: { lib: ['DOM', 'DOM.Iterable'], types: ['vite/client'] },
  worker: { lib: ['WebWorker'], types: [] },
  server: { lib: [], types: ['node'] },
  tools: { lib: [], types: ['node'] },
};

export function strangersInRoot(entries: readonly string[]): readonly string[] {
  const known = [...ROOT_ENTRIES, ...ROOT_LEFTOVERS];
  return entries.filter((entry) => !entry.startsWith('.') && !known.includes(entry));
}

/** Each room is compiled by the project of its platform, and no project has more at hand than its rooms may touch. */
export function wrongProjects(projects: readonly TypeScriptProject[]): readonly string[] {
  const homeless = Object.entries(ROOMS)
    .filter(
      ([room, { platform }]) => !projects.some(({ name, include }) => name === platform && includesRoom(include, room)),
    )
    .map(([room, { platform }]) => `${room} is not compiled by ${platform}.json`);
  const loose = projects.flatMap(({ name, lib, types }) => {
    const platform = Object.entries(PLATFORMS).find(([known]) => known === name)?.[1];
    if (platform === undefined) return [];
    const wanted = ['ES2023', ...platform.lib, ...platform.types].join();
    const has = [...lib, ...types].join();
    return has === wanted ? [] : [`${name}.json has ${has} instead of ${wanted}`];
  });
  return [...homeless, ...loose];
}

/** The set-up's own project lies inside the room that it compiles, so it says `..`. */
function includesRoom(include: readonly string[], room: string): boolean {
  return include.includes(`../../${room}`) || (room === 'setup' && include.includes('..'));
}
