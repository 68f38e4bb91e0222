import { useState } from 'react';
import type { EnrolledRole } from '#domain/people.ts';
import type { RowId } from '#domain/scalars.ts';
import type { Saved } from '#store/mutate.ts';
import { type NewInvite, newInvite } from '#sync/new-invite.ts';
import { webRandom } from '#sync/web-crypto.ts';
import { useClient } from '../../common/client.tsx';
import { type Saving, useSave } from '../../common/use-save.ts';

/** Three days: long enough for somebody who comes tomorrow night, short enough for a lost piece of paper. */
const LIFE_MS = 3 * 24 * 60 * 60 * 1_000;

export type MadeInvite = {
  readonly id: RowId;
  readonly secret: string;
  /** The mutation that carries its hash to the server. */
  readonly number: number;
  readonly role: EnrolledRole;
  readonly label: string;
  /** Whose further phone it lets in; null for somebody new. */
  readonly member: RowId | null;
  readonly expiresAt: number;
};

export type Invited = Pick<MadeInvite, 'role' | 'label' | 'member'>;

export type MakingInvite = {
  readonly saving: Saving;
  /** Null when it was not saved. */
  readonly make: (invited: Invited) => Promise<MadeInvite | null>;
  readonly retry: () => Promise<MadeInvite | null>;
};

/** One invitation. Its secret is made once: saving again what is unsure must be the same. */
export function useMakeInvite(): MakingInvite {
  const { store } = useClient();
  const saving = useSave();
  const [invite] = useState<NewInvite>(() => newInvite(webRandom));
  const [expiresAt] = useState(() => store.ports.clock.now() + LIFE_MS);
  const [asked, setAsked] = useState<Invited | undefined>(undefined);
  const made = (invited: Invited | undefined, saved: readonly Saved[] | null): MadeInvite | null => {
    const [first] = saved ?? [];
    return first === undefined || invited === undefined
      ? null
      : { ...invite, ...invited, number: first.number, expiresAt };
  };
  return {
    saving,
    make: async (invited) => {
      setAsked(invited);
      return made(invited, await saving.save({ name: 'inviteCreate', args: { id: invite.id, ...invited, expiresAt } }));
    },
    retry: async () => made(asked, await saving.retry()),
  };
}
