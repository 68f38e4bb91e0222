import { MAX_AFFECTED, type NoticeBody, type NoticeText } from '#domain/notice.ts';
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
  /** The numbers of the checkpoints that a road leads to, as typed. */
  readonly affects: string;
};

/** Places by the numbers that people say. */
export type Codes = { readonly idByCode: ReadonlyMap<string, RowId>; readonly codeById: ReadonlyMap<RowId, string> };

/** Which field is wrong; `affects` with the number that is no checkpoint's. */
export type NoticeError =
  | { readonly field: 'heading' | 'phone' | 'tooMany' }
  | { readonly field: 'affects'; readonly code: string };

export function noticeToDraft(notice: Notice | undefined, { codeById }: Codes): NoticeDraft {
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
    affects: (body?.affects ?? []).flatMap((id) => codeById.get(id) ?? []).join(', '),
  };
}

/** The fields of a notice, or which field is wrong. A text without a heading is none. */
export function draftToNotice(
  draft: NoticeDraft,
  { idByCode }: Codes,
): Result<Omit<NoticeBody, 'status'>, NoticeError> {
  const texts = languages.flatMap((language): NoticeText[] => {
    const [title, text] = [draft.titles[language].trim(), draft.texts[language].trim()];
    return title === '' ? [] : [{ language, title, text }];
  });
  const phone = draft.phone.trim();
  if (texts.length === 0) return err({ field: 'heading' });
  if (phone !== '' && !isPhone(phone)) return err({ field: 'phone' });
  const codes =
    draft.topic === 'road' ? [...new Set(draft.affects.split(/[\s,;]+/).filter((code) => code !== ''))] : [];
  const unknown = codes.find((code) => !idByCode.has(code));
  if (unknown !== undefined) return err({ field: 'affects', code: unknown });
  if (codes.length > MAX_AFFECTED) return err({ field: 'tooMany' });
  const affects = codes.flatMap((code) => idByCode.get(code) ?? []);
  return ok({
    topic: draft.topic,
    texts,
    phone: phone === '' ? null : phone,
    chats: phone === '' ? [] : [...draft.chats],
    until: draft.until === '' ? null : (draft.until as Day),
    isPinned: draft.isPinned,
    affects: affects.length === 0 ? null : affects,
  });
}
