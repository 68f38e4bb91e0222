import { useState } from 'react';
import type { Mutation } from '#domain/mutators.ts';
import type { Saved } from '#store/mutate.ts';
import { type NewInvite, newInvite } from '#sync/new-invite.ts';
import { webRandom } from '#sync/web-crypto.ts';
import { useClient } from '../../common/client.tsx';
import { type Saving, useSave } from '../../common/use-save.ts';

/** A week: paper is printed for the evening after next, and what is left of it must not stay open for long. */
const LIFE_MS = 7 * 24 * 60 * 60 * 1_000;

/** Invitations of one sheet of paper. */
export type MadeSheet = {
  readonly invites: readonly NewInvite[];
  readonly expiresAt: number;
  /** The last mutation of them: once the server has it, it has all. */
  readonly number: number;
};

export type MakingSheet = {
  readonly saving: Saving;
  readonly sheet: MadeSheet | undefined;
  readonly make: (count: number) => void;
  readonly retry: () => void;
};

/** Many invitations at once, for drivers whom nobody knows yet. Their secrets live on the screen and on the paper. */
export function useMakeSheet(): MakingSheet {
  const { store } = useClient();
  const saving = useSave();
  const [made, setMade] = useState<Omit<MadeSheet, 'number'> | undefined>(undefined);
  const [number, setNumber] = useState<number | undefined>(undefined);
  const finish = (saved: readonly Saved[] | null): void => {
    const last = saved?.at(-1);
    if (last !== undefined) setNumber(last.number);
  };
  const make = (count: number): void => {
    const invites = Array.from({ length: count }, () => newInvite(webRandom));
    const expiresAt = store.ports.clock.now() + LIFE_MS;
    setMade({ invites, expiresAt });
    const mutations = invites.map(({ id }): Mutation => ({
      name: 'inviteCreate',
      args: { id, role: 'driver', label: '', expiresAt, member: null },
    }));
    void saving.save(...mutations).then(finish);
  };
  return {
    saving,
    sheet: made === undefined || number === undefined ? undefined : { ...made, number },
    make,
    retry: () => void saving.retry().then(finish),
  };
}
