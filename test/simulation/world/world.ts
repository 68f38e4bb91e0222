import type { Chance } from '#test/support/seeded.ts';

import type { Agenda } from './agenda.ts';
import type { FaultKind } from './fault-kinds.ts';
import type { Phone } from './phone.ts';
import type { Backup, Server } from './server.ts';
import type { Sponsors } from './sponsors.ts';
import type { Story } from './story.ts';

/** A branch, its phones, its server and the network between them. */
export type World = {
  readonly agenda: Agenda;
  readonly story: Story;
  readonly chance: Chance;
  readonly server: Server;
  readonly phones: Phone[];
  readonly backups: Backup[];
  readonly sponsors: Sponsors;
  /** What can go wrong in this world; nothing while it is set up, and when it heals. */
  readonly faults: Set<FaultKind>;
  readonly addPhone: (name: string) => Promise<Phone>;
  /** Requests and answers under way. */
  readonly underWayCount: () => number;
  /** Looks into all phones in which something happened, and ends the story when a rule is broken. */
  readonly look: () => Promise<void>;
};
