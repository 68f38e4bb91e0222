import type { NoticeBody, NoticeText } from '../notice.ts';
import type { Day, RowId } from '../scalars.ts';

export type Notice = { readonly id: RowId; readonly body: NoticeBody };

/** What is shown on a day: open and not over, the pinned ones first, then the latest. */
export function noticesOn(notices: readonly Notice[], today: Day): readonly Notice[] {
  return notices
    .filter(({ body }) => body.status === 'open' && (body.until === null || body.until >= today))
    .toSorted((a, b) => Number(b.body.isPinned) - Number(a.body.isPinned) || b.id.localeCompare(a.id));
}

/** A notice's texts, the reader's language first. */
export function textsFor(
  { texts }: Pick<NoticeBody, 'texts'>,
  language: NoticeText['language'],
): readonly NoticeText[] {
  return texts.toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
}

/** Where a number answers besides the telephone. Only numbers with a country code have such an address. */
export function chatLinks({ phone, chats }: Pick<NoticeBody, 'phone' | 'chats'>): readonly {
  readonly chat: NoticeBody['chats'][number];
  readonly href: string;
}[] {
  const digits = (phone ?? '').replace(/\D/g, '');
  if (phone === null || !phone.startsWith('+')) return [];
  return [...new Set(chats)].map((chat) => ({
    chat,
    href: chat === 'whatsapp' ? `https://wa.me/${digits}` : `https://t.me/+${digits}`,
  }));
}
