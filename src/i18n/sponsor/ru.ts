import { formatCounted } from '../format.ts';
import type { SponsorWords } from './en.ts';

const runs = (count: number) =>
  formatCounted(count, 'ru', { one: 'рейс', few: 'рейса', many: 'рейсов', other: 'рейса' });
const places = (count: number) =>
  formatCounted(count, 'ru', { one: 'пост', few: 'поста', many: 'постов', other: 'поста' });

export const ru: SponsorWords = {
  /** These few stand here again: the words of the app would weigh more than the page. */
  appName: 'Дастархан',
  copied: 'Скопировано',
  more: (what) => `Больше: ${what}`,
  less: (what) => `Меньше: ${what}`,

  reported: 'По сообщениям волонтёров',
  language: 'Язык',
  opening: 'Открываем страницу …',

  week: 'За неделю',
  beginning: 'С самого начала',
  sentence: (runCount, checkpointCount) => `${runs(runCount)}, ${places(checkpointCount)}.`,
  nothingYet: 'Пока ничего не доставлено. Страница изменится сама, когда доставят.',
  delivered: 'Доставлено',
  loaded: 'Загружено',
  promised: 'Обещано',
  ofLoaded: (loaded) => `из ${loaded} загруженных`,
  ofPromised: (promised) => `из ${promised} обещанных`,
  leftOver: (amount) => `осталось ${amount}`,
  onTheWay: (amount) => `ещё в пути ${amount}`,
  thanks: 'Спасибо. То, что вы дали, дошло до людей на дежурстве.',

  completeTo: (time) => `Полно на ${time}`,
  silent: (count, since) =>
    `${formatCounted(count, 'ru', { one: 'телефон молчит', few: 'телефона молчат', many: 'телефонов молчат', other: 'телефона молчат' })} с ${since}`,
  savedCopy: (at) => `Нет связи. Это страница от ${at}.`,

  runs: 'Рейсы с вашей едой',
  olderRuns: 'Более ранние рейсы учтены в суммах.',
  onTheWayState: 'в пути',
  noDistrict: 'район не указан',
  lineOf: (delivered, loaded) => `${delivered} из ${loaded}`,

  needs: 'Что нужно',
  needsLead: 'Об этом попросил организатор. Предложите помощь, и он подтвердит.',
  noLongerNeeded: 'Больше не нужно',
  give: 'Можем дать',
  giveHow: 'Сколько?',
  giveNow: 'Предложить',
  offered: 'Предложено. Организатор подтвердит.',
  notOffered: 'Предложение не дошло. Ничего не обещано: попробуйте ещё раз, когда будет связь.',

  pledges: 'Ваши обещания',
  pledgeStates: { offered: 'предложено, ждёт организатора', confirmed: 'подтверждено', closed: 'закончено' },
  everyDay: (from) => `каждый день с ${from}`,
  days: (from, until) => `с ${from} по ${until}`,

  takeAway: 'Взять с собой',
  csv: 'Рейсы таблицей (CSV)',
  letter: 'Благодарственное письмо',
  share: 'Текст для чата',
  columns: {
    on: 'Дата',
    window: 'Раздача',
    district: 'Район',
    item: 'Что',
    unit: 'Единица',
    loaded: 'Загружено',
    delivered: 'Доставлено',
  },
  letterTitle: 'Благодарственное письмо',
  letterTo: (sponsor) => `Кому: ${sponsor}`,
  letterText: (branch) =>
    `Волонтёры «${branch}» благодарят вас. Ваш дар дошёл до постов, где людям на дежурстве было нужно горячее.`,
  letterSums: 'Чем он стал, по сообщениям волонтёров:',
  letterOn: (day) => `По состоянию на ${day}`,
  letterSign: 'От имени волонтёров',

  photos: 'Фото вашего дара',
  photoOf: (what) => `Переданные продукты: ${what}`,
  photoLook: 'Посмотреть фото',
  photoNotHere: 'сейчас фото загрузить не удалось',

  closedTitle: 'Эта ссылка ничего не показывает',
  closedText:
    'Она неполная или больше не действует. Ничего вашего не пропало: попросите новую у организатора, который её прислал.',
  unreachableTitle: 'Сервер недоступен',
  unreachableText: 'Сохранённой копии здесь ещё нет. Страница откроется сама, как только будет связь.',
};
