import { formatCounted } from '../format.ts';
import type { PluralWords } from '../plural.ts';
import type { CsvWords } from './en.ts';

const runs: PluralWords = { one: 'рейс', few: 'рейса', many: 'рейсов', other: 'рейса' };
const lines: PluralWords = { one: 'строка', few: 'строки', many: 'строк', other: 'строки' };

export const ru: CsvWords = {
  title: 'Импорт из файла',
  lead: 'Прошлые доставки из таблицы в формате CSV: строка на каждую позицию, привезённую на место.',
  pick: 'Выбрать файл',
  pickHint: 'CSV, до 10 МБ. Файл читается на этом устройстве; пока ничего не отправляется.',
  pickAnother: 'Выбрать другой файл',
  reading: 'Читаем …',
  notCsv: 'Таблицу прочесть не удалось. Ничего не изменилось. Сохраните её как CSV (UTF-8) и выберите снова.',
  tooLarge: 'Файл больше 10 МБ. Ничего не изменилось. Разделите его на части.',
  empty: 'В файле нет строк. Ничего не изменилось. Выберите другой.',

  mappingTitle: 'Что в каком столбце?',
  mappingLead: 'Угадано по заголовкам. Проверьте.',
  columns: {
    date: 'День',
    run: 'Рейс',
    checkpoint: 'Пост',
    village: 'Часть места',
    district: 'Район',
    latitude: 'Широта',
    longitude: 'Долгота',
    item: 'Позиция',
    unit: 'Единица',
    amount: 'Количество',
  },
  notThere: 'в файле нет',
  columnMissing: (column) => `Для «${column}» не выбран столбец. Ничего не изменилось. Выберите его.`,
  example: (value) => `например: ${value}`,
  dateOrder: 'Как записаны дни?',
  dateOrders: { yearFirst: '2015-04-29', dayFirst: '29.04.2015', monthFirst: '04/29/2015' },
  window: 'Время раздачи для этих рейсов',
  noWindow: 'Без времени',
  noUnitUse: 'Где единицы нет, считать в',

  previewTitle: 'Что будет загружено',
  runs: (count) => formatCounted(count, 'ru', runs),
  lines: (count) => formatCounted(count, 'ru', lines),
  deliveries: (count) =>
    formatCounted(count, 'ru', { one: 'доставка', few: 'доставки', many: 'доставок', other: 'доставки' }),
  newCheckpoints: (count) =>
    formatCounted(count, 'ru', { one: 'новый пост', few: 'новых поста', many: 'новых постов', other: 'нового поста' }),
  newItems: (count) =>
    formatCounted(count, 'ru', {
      one: 'новая позиция',
      few: 'новые позиции',
      many: 'новых позиций',
      other: 'новой позиции',
    }),
  goodLines: 'Строки, которые подходят',
  badTitle: (count) => `Пропущено: ${formatCounted(count, 'ru', lines)}`,
  badLead: 'У каждой указана причина. Исправьте их в файле и выберите его снова: что уже есть, дважды не посчитается.',
  noBad: 'Ни одна строка не пропущена.',
  badColumns: { line: 'Строка', reason: 'Почему', content: 'Что в ней' },
  badLines: {
    noDate: 'нет дня',
    badDate: 'день не читается',
    noRun: 'нет рейса',
    noCheckpoint: 'нет поста',
    noItem: 'нет позиции',
    noUnit: 'нет единицы',
    noAmount: 'нет количества',
    badAmount: 'количество — не число',
    amountZero: 'количество — ноль',
    amountTooLarge: 'количество слишком велико',
    badPosition: 'широта или долгота не читается',
    tooLong: 'текст длиннее 80 знаков',
    notPrintable: 'в тексте есть знаки, которые нельзя показать',
    unitDiffers: 'у той же позиции в другом месте другая единица',
    tooManyStops: 'в рейсе больше 60 остановок',
    tooManyItems: 'на остановке больше 40 позиций',
    columnsDiffer: 'в строке другое число столбцов',
  },
  badSave: 'Сохранить пропущенные строки в файл',
  alreadyHere: (count) => `Уже есть: ${formatCounted(count, 'ru', runs)}`,
  sampleCaption: 'Первые рейсы из файла',
  sampleColumns: { run: 'Рейс', day: 'День', stops: 'Остановки', lines: 'Строки' },

  start: (count) => `Загрузить ${formatCounted(count, 'ru', runs)}`,
  nothingToImport: 'Нового в этом файле нет.',
  importing: 'Загружаем …',
  progress: (done, all) => `${done} из ${all}`,
  stop: 'Остановить',
  stopped: 'Остановлено. Загруженное останется; остальное можно добавить тем же файлом.',
  doneTitle: 'Загружено',
  doneLead: 'Сохранено на этом устройстве и уйдёт на сервер при первой связи.',
  toDay: 'Посмотреть рейсы',
};
