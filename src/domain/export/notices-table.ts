import type { ExportRows } from './export-rows.ts';
import type { ExportCell, ExportTable } from './export-table.ts';

/** Hotlines, transport, roads and weather: one line for each language in which one is written. */
export function noticesTable({ notice }: ExportRows): ExportTable {
  return {
    id: 'notices',
    columns: ['topic', 'language', 'title', 'text', 'phone', 'chats', 'until', 'pinned', 'status'],
    rows: notice.flatMap(({ body: { topic, texts, phone, chats, until, isPinned, status } }) =>
      texts.map(({ language, title, text }): readonly ExportCell[] => [
        topic,
        language,
        title,
        text,
        phone ?? '',
        chats.join(', '),
        until ?? '',
        isPinned ? 'yes' : 'no',
        status,
      ]),
    ),
  };
}
