import * as v from 'valibot';
import { openOrClosed } from './catalogue.ts';
import { day, name, note, phone, rowId } from './scalars.ts';

/** What a notice is about; the screens give each its picture. */
export const noticeTopic = v.picklist(['hotline', 'transport', 'road', 'weather', 'other']);
export type NoticeTopic = v.InferOutput<typeof noticeTopic>;

/** The languages in which a notice may be written; each once, side by side. */
export const noticeLanguage = v.picklist(['kk', 'ru', 'en']);
const noticeText = v.object({ language: noticeLanguage, title: name, text: note });
export type NoticeText = v.InferOutput<typeof noticeText>;

/** More places than one road leads to. */
export const MAX_AFFECTED = 60;

/** What everybody in the branch should know: hotlines, buses, roads, weather. About places and services, never about people. */
export const noticeBody = v.object({
  topic: noticeTopic,
  texts: v.pipe(v.array(noticeText), v.minLength(1), v.maxLength(3)),
  /** A number to call; null when there is nothing to call. */
  phone: v.nullable(phone),
  /** Where the same number answers too. */
  chats: v.pipe(v.array(v.picklist(['whatsapp', 'telegram'])), v.maxLength(2)),
  /** The last day on which it is shown; null until somebody closes it. */
  until: v.nullable(day),
  /** Shown on the first screen, before it is opened. */
  isPinned: v.boolean(),
  /** The checkpoints that are hard or impossible to reach because of it: their stops bear a mark. Null when it is about none. */
  affects: v.nullable(v.pipe(v.array(rowId), v.maxLength(MAX_AFFECTED))),
  status: openOrClosed,
});
export type NoticeBody = v.InferOutput<typeof noticeBody>;
