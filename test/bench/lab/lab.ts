import { lab } from './phone-lab.ts';
import { timed } from './timed.ts';

/** What the page offers to whoever drives it. */
const pageLab = { ...lab, ...timed(lab) };
export type PageLab = typeof pageLab;

Object.assign(globalThis, { lab: pageLab });
