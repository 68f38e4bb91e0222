import { create } from 'zustand';
import type { Mutation } from '#domain/mutators.ts';
import type { Saved } from '#store/mutate.ts';

/** Something that an organiser did to a plan, and how it is taken back. */
export type Act = {
  /** "Aigul: Vokzal". */
  readonly message: string;
  readonly mutations: readonly Mutation[];
  /** What undoes it, from what was saved. */
  readonly undo: (saved: readonly Saved[]) => readonly Mutation[];
};

type Done = { readonly act: Act; readonly saved: readonly Saved[] };
type Acts = { readonly done: readonly Done[]; readonly undone: readonly Act[] };

/** As far back as anybody remembers what they did. */
const MAX_ACTS = 50;

/** What was done since the app was opened; the log itself keeps everything for ever. */
export const useDoneActs = create<Acts>(() => ({ done: [], undone: [] }));

export function rememberAct(act: Act, saved: readonly Saved[]): void {
  useDoneActs.setState(({ done }) => ({ done: [...done, { act, saved }].slice(-MAX_ACTS), undone: [] }));
}

/** Takes the newest act off the pile; undefined when there is none. */
export function takeDone(): Done | undefined {
  const { done, undone } = useDoneActs.getState();
  const last = done.at(-1);
  if (last !== undefined) useDoneActs.setState({ done: done.slice(0, -1), undone: [...undone, last.act] });
  return last;
}

export function takeUndone(): Act | undefined {
  const { undone } = useDoneActs.getState();
  const last = undone.at(-1);
  if (last !== undefined) useDoneActs.setState({ undone: undone.slice(0, -1) });
  return last;
}

/** After a redo: it is done again, and what else was undone stays so. */
export function putDone(act: Act, saved: readonly Saved[]): void {
  useDoneActs.setState(({ done }) => ({ done: [...done, { act, saved }] }));
}
