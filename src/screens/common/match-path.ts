export type PathParams = Readonly<Record<string, string | undefined>>;

/** What the named parts of a pattern stand for in a path; undefined when it does not fit. `*` fits any path. */
export function matchPath(pattern: string, path: string): PathParams | undefined {
  if (pattern === '*') return {};
  const wanted = partsOf(pattern);
  const given = partsOf(path);
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const text = given[index] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = text;
    else if (part !== text) return undefined;
  }
  return params;
}

/** A slash at the end means nothing; what somebody typed badly stays as it is. */
function partsOf(path: string): readonly string[] {
  return path.split('/').filter(Boolean).map(decoded);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
