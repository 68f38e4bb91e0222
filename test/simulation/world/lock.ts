import { err, ok } from '#lib/result.ts';
import type { Lock } from '#sync/lock.ts';

import type { Agenda } from './agenda.ts';

/** What of a window a lock has to do with. */
export type LockUser = {
  readonly isDead: () => boolean;
  readonly poke: (act: () => void) => Promise<void>;
  readonly block: () => () => void;
  readonly guarded: <T>(work: () => Promise<T>) => Promise<T>;
};

/** The locks of one phone's browser, shared by its windows. */
export type PhoneLocks = { readonly lockOf: (tab: () => LockUser) => Lock; readonly forgetDead: () => void };

type Waiting = { readonly tab: LockUser; readonly enter: () => void; readonly stopWaiting: () => void };

/**
 * One window at a time, in the order of asking. Whoever waits is let in as a deed of its own, so that two windows never
 * run at the same moment. Some browsers have no locks: then nobody waits.
 */
export function phoneLocks(agenda: Agenda, has: 'locks' | 'noLocks'): PhoneLocks {
  const holders = new Map<string, LockUser>();
  const lines = new Map<string, Waiting[]>();
  const letIn = (name: string): void => {
    const holder = holders.get(name);
    if (holder !== undefined && !holder.isDead()) return;
    holders.delete(name);
    const line = (lines.get(name) ?? []).filter(({ tab }) => !tab.isDead());
    const first = line.shift();
    lines.set(name, line);
    if (first === undefined) return;
    holders.set(name, first.tab);
    first.stopWaiting();
    agenda.after(0, () => first.tab.poke(first.enter));
  };
  const lockOf = (ofTab: () => LockUser): Lock => {
    return async (name, limitMs, work) => {
      const tab = ofTab();
      if (has === 'noLocks') return ok(await tab.guarded(work));
      letIn(name);
      if (holders.has(name)) {
        const isIn = await waitFor(tab, name, limitMs);
        if (!isIn) return err({ code: 'taken' });
      } else holders.set(name, tab);
      try {
        return ok(await tab.guarded(work));
      } finally {
        holders.delete(name);
        letIn(name);
      }
    };
  };
  const waitFor = (tab: LockUser, name: string, limitMs: number): Promise<boolean> =>
    new Promise((resolve) => {
      const unblock = tab.block();
      const giveUp = () => {
        lines.set(
          name,
          (lines.get(name) ?? []).filter((other) => other !== waiting),
        );
        return tab.poke(() => {
          unblock();
          resolve(false);
        });
      };
      const enter = () => {
        unblock();
        resolve(true);
      };
      const waiting: Waiting = { tab, enter, stopWaiting: agenda.after(limitMs, giveUp) };
      lines.set(name, [...(lines.get(name) ?? []), waiting]);
    });
  return { lockOf, forgetDead: () => [...holders.keys()].forEach(letIn) };
}
