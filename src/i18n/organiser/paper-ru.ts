import { formatCounted } from '../format.ts';
import type { PaperWords } from './paper-en.ts';

const forms = { one: 'запись', few: 'записи', many: 'записей', other: 'записи' };

export const paper: PaperWords = {
  open: 'Внести с листа',
  title: 'С бумажного листа',
  lead: 'Сначала везде стоит план. Исправьте, что было иначе; Enter сохранит всё и завершит рейс.',
  notOnSheet: 'Нет на листе',
  save: (count) => `Сохранить ${formatCounted(count, 'ru', forms)}`,
  saved: (count) => `Сохранено: ${formatCounted(count, 'ru', forms)}`,
};
