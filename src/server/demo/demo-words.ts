import type { Args } from '#domain/mutators.ts';

/**
 * Everything that the demonstration shows is invented, written as a branch would write it. The telephones are of a range
 * that nobody has.
 */
export const BRANCH_NAME = 'Көкшетау — демонстрация';
export const ORGANISER_NAME = 'Гүлнар (демонстрация)';

type Place = Args<'checkpointCreate'>['fields'];

export const KITCHEN = {
  name: 'Кухня на Абая',
  otherNames: null,
  landmark: 'Вход со двора, синяя дверь',
  phone: '+7 700 000 00 01',
  position: { lat: 53_285_100, lon: 69_381_900 },
} as const;

/** Codes as they stand on the paper lists. */
export const PLACES: readonly Place[] = [
  place('1', 'Пост: южный въезд', 'Көкшетау', 'Вагончик за АЗС, после кольца', [53_246_300, 69_398_700], '02'),
  place('2', 'Автовокзал Көкшетау', 'Көкшетау', 'Зал ожидания, спросить дежурную', [53_284_900, 69_401_200], '03'),
  place('3', 'Пункт обогрева: школа', 'Көкшетау', 'Спортзал, вход слева', [53_291_400, 69_372_500], '04'),
  place('4', 'Жылыту пункті: Васильковка', 'Көкшетау', 'Мәдениет үйінің жанында', [53_302_700, 69_342_100], null),
  place('5', 'Пост: дорога на Зеренді', 'Зеренді', 'Шлагбаум у поворота', [53_071_800, 69_214_600], '05'),
  place('6', 'Зеренді ауруханасы', 'Зеренді', 'Қабылдау бөлімі', [52_907_300, 69_146_800], '06'),
  place('7', 'Гостиница у озера', 'Зеренді', 'Застрявшие на трассе, второй этаж', [52_914_600, 69_128_300], '07'),
  place('8', 'Қосшы: трассадағы бекет', 'Қосшы', 'Астана бағыты, сары вагон', [50_958_400, 71_362_700], '08'),
  place('9', 'Қосшы: мектеп № 2', 'Қосшы', 'Асхана, артқы есік', [50_973_900, 71_351_200], '09'),
];

export const ITEMS = {
  tea: { name: 'Чай', unit: 'л' },
  bakery: { name: 'Выпечка', unit: 'шт.' },
  sandwiches: { name: 'Бутерброды', unit: 'шт.' },
  hotMeal: { name: 'Горячий обед', unit: 'порц.' },
} as const;

/** Minutes of the branch's day; the night's tea ends on the next one. */
export const WINDOWS = {
  breakfast: { name: 'Завтрак', startMinute: 420, endMinute: 570 },
  lunch: { name: 'Обед', startMinute: 720, endMinute: 870 },
  dinner: { name: 'Ужин', startMinute: 1_080, endMinute: 1_230 },
  nightTea: { name: 'Ночной чай', startMinute: 1_350, endMinute: 1_560 },
} as const;

/** What carries the food and comes back. */
export const RETURNABLES = ['Термос', 'Ящик'] as const;

export const DRIVERS = [
  { name: 'Ерлан Сейітов', phone: '+7 700 000 00 21' },
  { name: 'Марина Ковалёва', phone: '+7 700 000 00 22' },
] as const;

/** The numbers are of a range that nobody has. */
export const NOTICES: readonly Args<'noticeCreate'>['fields'][] = [
  {
    topic: 'hotline',
    texts: [
      { language: 'kk', title: 'Еріктілер штабы', text: 'Тәулік бойы. Жол жабылса да осында хабарлаңыз.' },
      { language: 'ru', title: 'Штаб волонтёров', text: 'Круглосуточно. Закрыта дорога — тоже сюда.' },
    ],
    phone: '+7 700 000 00 10',
    chats: ['whatsapp'],
    until: null,
    isPinned: true,
    affects: null,
  },
  {
    topic: 'transport',
    texts: [{ language: 'ru', title: 'Автобусы № 4 и 11', text: 'Ходят до 22:00, проезд по сниженной цене.' }],
    phone: null,
    chats: [],
    until: null,
    isPinned: false,
    affects: null,
  },
];

export const SPONSOR = { name: 'Наубайхана «Ақ нан»', language: 'kk' } as const;

/** Drives sometimes, and has no phone of their own. */
export const NEIGHBOUR = { name: 'Бауыржан аға', phone: null } as const;

export const VEHICLES = [
  { name: 'Газель', registration: '', count: 140, unit: 'порц.', keepsHot: true },
  { name: 'Нива', registration: '', count: 120, unit: 'порц.', keepsHot: false },
] as const;

export const CANCELLED_BECAUSE = 'Пункт закрыт на день';

export const NOTES = {
  trackClosed: 'Трассу закрыли, отдали соседям на пост',
} as const;

function place(
  code: string,
  name: string,
  district: string,
  landmark: string,
  [lat, lon]: readonly [number, number],
  telephone: string | null,
): Place {
  const phone = telephone === null ? null : `+7 700 000 00 ${telephone}`;
  return { name, otherNames: null, code, landmark, district, phone, position: { lat, lon } };
}
