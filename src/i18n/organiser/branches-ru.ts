import type { BranchesWords } from './branches-en.ts';

export const branches: BranchesWords = {
  title: 'Отделения',
  lead: 'Что запланировано и доставлено в каждом отделении и где чего-то не хватает. Кто везёт, знает только само отделение.',
  day: 'Какой день',
  yesterday: 'Вчера',
  today: 'Сегодня',
  tomorrow: 'Завтра',
  none: 'На этом телефоне ещё нет ни одного отделения. Они придут, когда появится связь.',
  nameless: 'Отделение без названия',
  asOf: (time) => `На ${time}`,
  never: 'Данных ещё не было',
  coming: 'Данные ещё загружаются.',
  heads: (needed, coming, fed) => `Порции: нужно ${needed} · обеспечено ${coming} · доставлено ${fed}`,
  delivered: 'Доставлено из запланированного',
  nothingPlanned: 'На этот день ничего не запланировано.',
  noGaps: 'Всё закрыто.',
  gaps: (count) => `Не закрыто: ${count}`,
  missing: (amounts) => `Не хватает: ${amounts}`,
  more: (count) => `и ещё ${count}`,
};
