/**
 * What runs in one window, and whether all of it waits. A poke lets the window act, and ends when everything that runs
 * there has ended or waits for the world: so only one thing in the world ever runs at a time, and a seed replays.
 */
export type Rest = {
  readonly poke: (act: () => void) => Promise<void>;
  /** Something that runs waits for the world, until the function that it gives is called. */
  readonly block: () => () => void;
  /** Something besides the engine runs, until the function that it gives is called. */
  readonly run: () => () => void;
  /** Something may have come to rest. */
  readonly look: () => void;
  readonly isBusy: () => boolean;
  readonly isDead: () => boolean;
  readonly die: () => void;
};

/** @param onRest is told when something has happened in the window, and it rests again */
export function newRest(isSyncing: () => boolean, onRest: () => void): Rest {
  const now = { isDead: false, running: 0, blocked: 0, hasMoved: false };
  let resting: (() => void)[] = [];
  // More may wait than runs: a round that failed leaves the request that it had sent ahead.
  const isResting = () => now.isDead || now.running + (isSyncing() ? 1 : 0) <= now.blocked;
  const look = () => {
    if (!isResting()) return;
    const waiting = resting;
    resting = [];
    for (const rest of waiting) rest();
  };
  return {
    look,
    isBusy: () => now.running > 0,
    isDead: () => now.isDead,
    poke: async (act) => {
      if (now.isDead) return;
      act();
      if (!isResting()) await new Promise<void>((resolve) => resting.push(resolve));
      // A round that has only begun has changed nothing since the phone was looked at.
      if (now.hasMoved) onRest();
      now.hasMoved = false;
    },
    block: () => {
      now.blocked += 1;
      look();
      return once(() => {
        now.blocked -= 1;
        now.hasMoved = true;
      });
    },
    run: () => {
      now.running += 1;
      now.hasMoved = true;
      return once(() => {
        now.running -= 1;
      });
    },
    die: () => {
      now.isDead = true;
      now.hasMoved = true;
      onRest();
      look();
    },
  };
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}
