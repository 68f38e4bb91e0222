import * as React from 'react';

import { plainCopy } from './plain-copy.ts';

/** What a page's database copies at each read and write is plain. */
globalThis.structuredClone = plainCopy;

/** React's own count of elements in this second whose makers it has noted. */
type Internals = { recentlyCreatedOwnerStacks: number };

/**
 * React notes for each element where in the program it was made, up to this many in a second, to say so in its warnings:
 * a tenth of all that these tests do. It warns all the same, with the names of the components.
 */
const ENOUGH_NOTED = 10_000;
const { __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE: internals } = React as unknown as {
  readonly __CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE: Internals;
};
Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', { get: () => ENOUGH_NOTED, set: () => {} });
