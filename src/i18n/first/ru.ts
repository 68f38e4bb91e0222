/** What the first screens say, as one file: each that a cheap phone opens costs it time, whatever its size. */
export { ru as common } from '../common/ru.ts';
export { ru as driver } from '../driver/ru.ts';
export { ru as errors } from '../errors/ru.ts';
export { ru as notices } from '../notices/ru.ts';
