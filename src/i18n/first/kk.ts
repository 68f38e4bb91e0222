/** What the first screens say, as one file: each that a cheap phone opens costs it time, whatever its size. */
export { kk as common } from '../common/kk.ts';
export { kk as driver } from '../driver/kk.ts';
export { kk as errors } from '../errors/kk.ts';
export { kk as notices } from '../notices/kk.ts';
