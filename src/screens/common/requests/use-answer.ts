import type { Mutation } from '#domain/mutators.ts';
import type { RequestAnswer } from '#domain/request.ts';
import type { RowId } from '#domain/scalars.ts';
import type { Request } from '#domain/views/requests.ts';
import { offerUndo, say } from '../after-act.tsx';
import { useClient } from '../client.tsx';
import { saveTrouble } from '../troubles.ts';
import { type Saving, useSave } from '../use-save.ts';
import { useWords } from '../words.ts';

export type Answering = {
  readonly saving: Saving;
  /** Moves a request on with one tap, and offers to turn it back; resolves to true once it is on this phone. */
  readonly answer: (request: Request, now: RequestAnswer) => Promise<boolean>;
};

export function useAnswer(): Answering {
  const { store, sync, identity } = useClient();
  const { states } = useWords('common');
  const words = useWords('requests');
  const errors = useWords('errors');
  const saving = useSave();
  const undo = async (id: string, mutation: Mutation): Promise<void> => {
    const done = await store.mutate(mutation, `undo ${id}`);
    if (!done.ok) return say(saveTrouble(done.error, errors).title);
    sync.syncNow();
    say(words.takenBack);
  };
  return {
    saving,
    answer: async ({ id, body }, now) => {
      const was = { status: body.status, promisedBy: body.promisedBy };
      const tap = saving.tap;
      const saved = await saving.save(toMutation(id, was, now));
      if (saved === null) return false;
      // What a driver takes back leaves their phone: they ask again, if it is missing after all.
      if (identity.role === 'driver') {
        say(words.takenBack);
        return true;
      }
      const message = `${words.said[now.status]} · ${states.phone}`;
      offerUndo({ id: tap, message, undo: () => void undo(tap, toMutation(id, now, was)) });
      return true;
    },
  };
}

function toMutation(request: RowId, was: RequestAnswer, { status, promisedBy }: RequestAnswer): Mutation {
  return status === 'promised' && promisedBy !== null
    ? { name: 'requestPromise', args: { request, was, by: promisedBy } }
    : { name: 'requestSettle', args: { request, was, status: status === 'promised' ? 'open' : status } };
}
