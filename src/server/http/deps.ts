import type { Clock, Random, Timer, Verify } from '#lib/ports.ts';
import type { Engine } from '../engine.ts';
import type { Log } from '../log.ts';

/** What the HTTP side needs. Tests give it an engine over memory and ask `app.request()`, without a port. */
export type Deps = {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly random: Random;
  readonly verify: Verify;
  readonly log: Log;
  /** How people reach this server; over https browsers shall never try anything else again. */
  readonly scheme: 'http' | 'https';
  /** Where the built app lies. */
  readonly staticFolder: string;
  /** Lets whoever has it see /metrics; without it nobody can. */
  readonly metricsToken?: string | null;
  /** Requests under way at once, unless the line's own bound will do. */
  readonly mostUnderWay?: number;
  /** Memory that all bodies in flight share, unless the room's own bound will do. */
  readonly mostBodyBytes?: number;
  /** Entries that one device may bring at once, unless the usual bound will do. */
  readonly pushBurst?: number;
};
