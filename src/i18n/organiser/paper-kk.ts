import { formatCounted } from '../format.ts';
import type { PaperWords } from './paper-en.ts';

export const paper: PaperWords = {
  open: 'Парақтан енгізу',
  title: 'Қағаз парақтан',
  lead: 'Алдымен бәрі жоспар бойынша тұрады. Басқаша болғанын түзетіңіз; Enter бәрін сақтап, рейсті аяқтайды.',
  notOnSheet: 'Парақта жоқ',
  save: (count) => `${formatCounted(count, 'kk', { other: 'жазбаны' })} сақтау`,
  saved: (count) => `Сақталды: ${formatCounted(count, 'kk', { other: 'жазба' })}`,
};
