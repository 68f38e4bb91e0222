import { type FileSet, useVersionStanding } from '#screens/common/new-version.ts';
import type { SyncEngine } from '#sync/sync-state.ts';
import { askWorker } from './tell-worker.ts';

/**
 * Sees to it that this phone holds a set of files, from now on and in every later version:
 *
 *   coming --all here--> held
 *     ^ `--not to be had--> notHeld --the server was heard--.
 *     `----------------------------------------------------'
 */
export function followSet(set: FileSet, sync: SyncEngine, hold = holdSet): () => void {
  let isOver = false;
  let standing: 'coming' | 'held' | 'notHeld' = 'coming';
  let heardAt = sync.getState().lastHeardAt;
  const say = (next: typeof standing): void => {
    if (isOver) return;
    standing = next;
    useVersionStanding.setState(({ sets }) => ({ sets: { ...sets, [set]: next } }));
  };
  const ask = (): void => {
    say('coming');
    hold(set).then(
      (isHeld) => say(isHeld ? 'held' : 'notHeld'),
      () => say('notHeld'),
    );
  };
  const leave = sync.subscribe(() => {
    const { lastHeardAt } = sync.getState();
    if (lastHeardAt === heardAt) return;
    heardAt = lastHeardAt;
    if (standing === 'notHeld') ask();
  });
  ask();
  return () => {
    isOver = true;
    leave();
  };
}

/** Whether the version in charge has all of it. One that waits, or is being fetched, shall bring it along too. */
export async function holdSet(set: FileSet): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const { active, waiting, installing } = await navigator.serviceWorker.ready;
  const message = { type: 'holdSet', set } as const;
  for (const next of [waiting, installing]) if (next !== null) void askWorker(next, message);
  return active !== null && askWorker(active, message);
}

/** Newer versions come without it. */
export async function letSetGo(set: FileSet): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { active } = await navigator.serviceWorker.ready;
  if (active !== null) await askWorker(active, { type: 'letSetGo', set });
}
