import type { Identity } from '#store/identity.ts';
import type { Position } from '#store/position.ts';
import type { ExceptionRecord } from '#store/records.ts';

/** What the world sees when it looks into a phone. */
export type Glance = {
  readonly position: Position;
  readonly identity: Identity;
  readonly numbers: readonly number[];
  readonly exceptions: readonly ExceptionRecord[];
};
