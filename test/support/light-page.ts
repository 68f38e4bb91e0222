import { plainCopy } from './plain-copy.ts';

/** What a page's database copies at each read and write is plain. */
globalThis.structuredClone = plainCopy;
