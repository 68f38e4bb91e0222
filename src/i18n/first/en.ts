/** What the first screens say, as one file: each that a cheap phone opens costs it time, whatever its size. */
export { en as common } from '../common/en.ts';
export { en as driver } from '../driver/en.ts';
export { en as errors } from '../errors/en.ts';
export { en as notices } from '../notices/en.ts';
