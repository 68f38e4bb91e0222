import type { NoticeBody, NoticeText } from '#domain/notice.ts';
import type { Day, RowId } from '#domain/scalars.ts';
import { isPhone } from '#domain/typed.ts';
import type { Notice } from '#domain/views/notices.ts';
import { err, ok, type Result } from '#lib/result.ts';
import { type Language, languages } from '#i18n/language.ts';

/** A notice as it is being typed. */
export type NoticeDraft = {
  readonly topic: NoticeBody['topic'];
  readonly titles: Readonly<Record<Language, string>>;
  readonly texts: Readonly<Record<Language, string>>;
  readonly phone: string;
  readonly chats: NoticeBody['chats'];
  readonly until: string;
  readonly isPinned: boolean;
  /** The checkpoints that a road leads to. */
  readonly affects: readonly RowId[];
};

export function noticeToDraft(notice: Notice | undefined): NoticeDraft {
  const body = notice?.body;
  const of = (field: 'title' | 'text') =>
    Object.fromEntries(
      languages.map((language) => [language, body?.texts.find((text) => text.language === language)?.[field] ?? '']),
    ) as Record<Language, string>;
  return {
    topic: body?.topic ?? 'hotline',
    titles: of('title'),
    texts: of('text'),
    phone: body?.phone ?? '',
    chats: body?.chats ?? [],
    until: body?.until ?? '',
    isPinned: body?.isPinned ?? false,
    affects: body?.affects ?? [],
  };
}

/** The fields of a notice, or which field is wrong. A text without a heading is none. */
export function draftToNotice(draft: NoticeDraft): Result<Omit<NoticeBody, 'status'>, 'heading' | 'phone'> {
  const texts = languages.flatMap((language): NoticeText[] => {
    const [title, text] = [draft.titles[language].trim(), draft.texts[language].trim()];
    return title === '' ? [] : [{ language, title, text }];
  });
  const phone = draft.phone.trim();
  if (texts.length === 0) return err('heading');
  if (phone !== '' && !isPhone(phone)) return err('phone');
  return ok({
    topic: draft.topic,
    texts,
    phone: phone === '' ? null : phone,
    chats: phone === '' ? [] : [...draft.chats],
    until: draft.until === '' ? null : (draft.until as Day),
    isPinned: draft.isPinned,
    affects: draft.topic === 'road' && draft.affects.length > 0 ? [...draft.affects] : null,
  });
}
