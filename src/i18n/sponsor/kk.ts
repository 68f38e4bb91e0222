import { formatCounted } from '../format.ts';
import type { SponsorWords } from './en.ts';

const runs = (count: number) => formatCounted(count, 'kk', { one: 'рейс', other: 'рейс' });
const places = (count: number) => formatCounted(count, 'kk', { one: 'бекет', other: 'бекет' });

export const kk: SponsorWords = {
  /** These few stand here again: the words of the app would weigh more than the page. */
  appName: 'Дастарқан',
  copied: 'Көшірілді',
  more: (what) => `Көбірек: ${what}`,
  less: (what) => `Азырақ: ${what}`,

  reported: 'Еріктілердің хабары бойынша',
  language: 'Тіл',
  opening: 'Бет ашылып жатыр …',

  week: 'Осы апта',
  beginning: 'Басынан бері',
  sentence: (runCount, checkpointCount) => `${runs(runCount)}, ${places(checkpointCount)}.`,
  nothingYet: 'Әзірге ештеңе жеткізілген жоқ. Жеткізілгенде бет өзі өзгереді.',
  delivered: 'Жеткізілді',
  loaded: 'Тиелді',
  promised: 'Уәде етілді',
  ofLoaded: (loaded) => `тиелгені ${loaded}`,
  ofPromised: (promised) => `уәде етілгені ${promised}`,
  leftOver: (amount) => `${amount} қалды`,
  onTheWay: (amount) => `${amount} әлі жолда`,
  thanks: 'Рахмет. Бергеніңіз кезекшілікте тұрған адамдарға жетті.',

  completeTo: (time) => `${time} дейінгісі толық`,
  silent: (count, since) =>
    `${formatCounted(count, 'kk', { one: 'телефоннан', other: 'телефоннан' })} ${since} бері хабар жоқ`,
  savedCopy: (at) => `Байланыс жоқ. Бұл — ${at} кезіндегі бет.`,

  runs: 'Сіздің тағамыңыз барған рейстер',
  olderRuns: 'Бұрынғы рейстер жалпы санға кіреді.',
  onTheWayState: 'жолда',
  noDistrict: 'ауданы көрсетілмеген',
  lineOf: (delivered, loaded) => `${loaded} ішінен ${delivered}`,

  needs: 'Не керек',
  needsLead: 'Мұны ұйымдастырушы сұрады. Ұсыныңыз, ол растайды.',
  noLongerNeeded: 'Енді керек емес',
  give: 'Бере аламыз',
  giveHow: 'Қанша?',
  giveNow: 'Ұсыну',
  offered: 'Ұсынылды. Ұйымдастырушы растайды.',
  notOffered: 'Ұсыныс жетпеді. Ештеңе уәде етілген жоқ: байланыс болғанда қайталаңыз.',

  pledges: 'Уәделеріңіз',
  pledgeStates: { offered: 'ұсынылды, ұйымдастырушыны күтуде', confirmed: 'расталды', closed: 'аяқталды' },
  everyDay: (from) => `${from} бастап күн сайын`,
  days: (from, until) => `${from} және ${until} аралығында`,

  takeAway: 'Өзіңізге алу',
  csv: 'Рейстер кестесі (CSV)',
  letter: 'Алғыс хат',
  share: 'Чатқа арналған мәтін',
  columns: {
    on: 'Күні',
    window: 'Тарату уақыты',
    district: 'Аудан',
    item: 'Не',
    unit: 'Өлшемі',
    loaded: 'Тиелді',
    delivered: 'Жеткізілді',
  },
  letterTitle: 'Алғыс хат',
  letterTo: (sponsor) => `Кімге: ${sponsor}`,
  letterText: (branch) =>
    `«${branch}» еріктілері сізге алғыс айтады. Сыйыңыз ыстық тағам керек болған бекеттердегі кезекші адамдарға жетті.`,
  letterSums: 'Еріктілердің хабары бойынша нәтижесі:',
  letterOn: (day) => `${day} күнгі жағдай`,
  letterSign: 'Еріктілер атынан',

  photos: 'Сыйыңыздың суреттері',
  photoOf: (what) => `Тапсырылған тағам: ${what}`,
  photoLook: 'Суретті қарау',
  photoNotHere: 'суретті қазір жүктеу мүмкін болмады',

  closedTitle: 'Бұл сілтеме ештеңе көрсетпейді',
  closedText:
    'Ол толық емес немесе енді жарамайды. Сіздің ештеңеңіз жоғалған жоқ: жіберген ұйымдастырушыдан жаңасын сұраңыз.',
  unreachableTitle: 'Сервер қолжетімсіз',
  unreachableText: 'Мұнда сақталған көшірме әлі жоқ. Байланыс бола салысымен бет өзі ашылады.',
};
