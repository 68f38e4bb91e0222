import type { BranchesWords } from './branches-en.ts';

export const branches: BranchesWords = {
  title: 'Бөлімшелер',
  lead: 'Әр бөлімшеде не жоспарланды, не жеткізілді және қай жерде не жетіспейді. Кім апаратынын бөлімшенің өзі ғана біледі.',
  day: 'Қай күн',
  yesterday: 'Кеше',
  today: 'Бүгін',
  tomorrow: 'Ертең',
  none: 'Бұл телефонға әлі бірде-бір бөлімше келген жоқ. Байланыс пайда болғанда келеді.',
  nameless: 'Атауы жоқ бөлімше',
  asOf: (time) => `Уақыты: ${time}`,
  never: 'Әлі дерек келген жоқ',
  coming: 'Деректері әлі жүктеліп жатыр.',
  heads: (needed, coming, fed) => `Порция: керегі ${needed} · қамтылғаны ${coming} · жеткізілгені ${fed}`,
  delivered: 'Жоспарланғаннан жеткізілгені',
  nothingPlanned: 'Бұл күнге ештеңе жоспарланбаған.',
  noGaps: 'Олқылық жоқ.',
  gaps: (count) => `Олқылықтар: ${count}`,
  missing: (amounts) => `Жетіспейді: ${amounts}`,
  more: (count) => `тағы ${count}`,
};
