import { type ContactBody, type DeviceBody, MAX_NOTICE_MARKS, type MemberBody } from '../people.ts';
import type { RowId } from '../scalars.ts';

type Identified<Body> = { readonly id: RowId; readonly body: Body };

/** Who could have a notice, as the server last told of them. */
export type Phones = {
  readonly members: readonly Identified<Pick<MemberBody, 'status' | 'role'>>[];
  readonly devices: readonly Identified<Pick<DeviceBody, 'member' | 'status'>>[];
  readonly contacts: readonly Identified<Pick<ContactBody, 'notices'>>[];
  /** The device that asks: it has what it shows. */
  readonly own: RowId;
};

/** On how many of the other phones a notice is not known to be. How many, and never whose. */
export type NoticeReach = {
  readonly phones: number;
  readonly without: number;
  /** Phones of which the server has not said what they hold. */
  readonly unknown: number;
};

/** What all notices have in common: which marks each of the other phones holds. */
export function heldMarks({ members, devices, contacts, own }: Phones): readonly (ReadonlySet<string> | null)[] {
  // Coordinators' feeds hold no notices.
  const isReader = ({ status, role }: Pick<MemberBody, 'status' | 'role'>): boolean =>
    status === 'active' && role !== 'coordinator';
  const reading = new Set(members.filter(({ body }) => isReader(body)).map(({ id }) => id));
  const contactsById = new Map(contacts.map(({ id, body }) => [id, body]));
  return devices
    .filter(({ id, body }) => id !== own && body.status === 'active' && reading.has(body.member))
    .map(({ id }) => {
      const contact = contactsById.get(id);
      // Never heard since it joined: then it holds nothing. Rows from before this was told say nothing of it.
      return contact === undefined ? new Set() : contact.notices ? new Set(contact.notices) : null;
    });
}

/** How far one notice has come, by its mark. */
export function noticeReach(mark: string, held: ReturnType<typeof heldMarks>): NoticeReach {
  // A phone's list that is full says nothing of what is not on it.
  const unknown = held.filter((marks) => marks === null || (marks.size >= MAX_NOTICE_MARKS && !marks.has(mark))).length;
  const having = held.filter((marks) => marks?.has(mark)).length;
  return { phones: held.length, without: held.length - having - unknown, unknown };
}
