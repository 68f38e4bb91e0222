import {
  formatAgo,
  formatBytes,
  formatCount,
  formatCounted,
  formatDateTime,
  formatDay,
  formatDayFrom,
  formatDuration,
  formatNumber,
  formatQuantity,
  formatTime,
  instantToDay,
} from './format.ts';

/** 8 November 2026, 00:30:00 in UTC+5; still the day before in UTC. */
const at = 1_794_079_800_000;
const almaty = 300;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const stops = { one: 'остановка', few: 'остановки', many: 'остановок', other: 'остановки' } as const;

/** From Monday, 5 January 2026; written here by hand, not by the machine that is asked. */
const kazakhWeek = 'дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі'.split(' ');
const kazakhYear = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');

export type WrongFormat = { readonly what: string; readonly expected: string; readonly got: string };

/**
 * Formats known things and names what came out otherwise; empty when all is well. Node runs it in a unit test, and a real
 * browser runs it too, because the browser's own `Intl` is what goes wrong.
 */
export function checkFormats(): readonly WrongFormat[] {
  return expectations()
    .filter(({ expected, got }) => plainSpaces(got) !== expected)
    .map(({ what, expected, got }) => ({ what, expected, got: plainSpaces(got) }));
}

function expectations(): readonly WrongFormat[] {
  return [...singleThings(), ...calendars(), ...relations()];
}

function singleThings(): readonly WrongFormat[] {
  return [
    { what: 'number kk', expected: '12 345,6', got: formatNumber(12_345.6, 'kk') },
    { what: 'number ru', expected: '12 345,6', got: formatNumber(12_345.6, 'ru') },
    { what: 'number en', expected: '12,345.6', got: formatNumber(12_345.6, 'en') },
    { what: 'count kk', expected: '2,5', got: formatCount(2_500, 'kk') },
    { what: 'count en', expected: '2.5', got: formatCount(2_500, 'en') },
    { what: 'quantity kk', expected: '1 000 порция', got: formatQuantity(1_000_000, 'порция', 'kk') },
    { what: 'day kk', expected: '8 қар., жс', got: formatDay('2026-11-08', 'kk') },
    { what: 'day long kk', expected: '8 қараша, жексенбі', got: formatDay('2026-11-08', 'kk', 'long') },
    { what: 'day ru', expected: 'вс, 8 нояб.', got: formatDay('2026-11-08', 'ru') },
    { what: 'day long ru', expected: 'воскресенье, 8 ноября', got: formatDay('2026-11-08', 'ru', 'long') },
    { what: 'day en', expected: 'Sun 8 Nov', got: formatDay('2026-11-08', 'en') },
    { what: 'day long en', expected: 'Sunday 8 November', got: formatDay('2026-11-08', 'en', 'long') },
    { what: 'time', expected: '00:30', got: formatTime(at, almaty) },
    { what: 'day of an instant', expected: '2026-11-08', got: instantToDay(at, almaty) },
    { what: 'date and time kk', expected: '8 қар., 00:30', got: formatDateTime(at, almaty, 'kk') },
    { what: 'date and time ru', expected: '8 нояб., 00:30', got: formatDateTime(at, almaty, 'ru') },
    { what: 'ago kk', expected: '3 мин. бұрын', got: formatAgo(180_000, 'kk') },
    { what: 'ago ru', expected: '3 дн. назад', got: formatAgo(3 * 86_400_000, 'ru') },
    { what: 'ago en', expected: '1 day ago', got: formatAgo(30 * 3_600_000, 'en') },
    { what: 'duration ru', expected: '1 ч 05 мин', got: formatDuration(65 * 60_000, 'ru') },
    { what: 'size kk', expected: '12,5 МБ', got: formatBytes(12_500_000, 'kk') },
  ];
}

/** Every month and every day of the week in Kazakh, each once. */
function calendars(): readonly WrongFormat[] {
  const months = kazakhYear.map((name, index) => {
    const got = formatDay(`2026-${String(index + 1).padStart(2, '0')}-05`, 'kk', 'long');
    return { what: `month ${index + 1} kk`, expected: `5 ${name}`, got: got.split(',')[0] ?? '' };
  });
  const weekdays = kazakhWeek.map((name, index) => ({
    what: `weekday ${index} kk`,
    expected: `${index + 5} қаңтар, ${name}`,
    got: formatDay(`2026-01-${String(index + 5).padStart(2, '0')}`, 'kk', 'long'),
  }));
  return [...months, ...weekdays];
}

/** Days and times by how far they are, and counts by the form that they ask for. */
function relations(): readonly WrongFormat[] {
  const near = ['2026-11-07', '2026-11-08', '2026-11-09', '2026-11-10'];
  const nearKazakh = ['кеше', 'бүгін', 'ертең', '10 қар., сс'];
  return [
    ...near.map((on, index) => ({
      what: `${on} kk`,
      expected: nearKazakh[index] ?? '',
      got: formatDayFrom('2026-11-08', on, 'kk'),
    })),
    { what: 'now kk', expected: 'жаңа ғана', got: formatAgo(minute - 1, 'kk') },
    { what: 'hours kk', expected: '1 сағ. бұрын', got: formatAgo(hour, 'kk') },
    { what: 'days kk', expected: '21 күн бұрын', got: formatAgo(21 * day, 'kk') },
    { what: 'duration kk', expected: '2 сағ 00 мин', got: formatDuration(2 * hour, 'kk') },
    // One form after any number.
    ...[0, 1, 2, 5, 21, 1_000].map((count) => ({
      what: `${count} kk`,
      expected: `${count === 1_000 ? '1 000' : count} аялдама`,
      got: formatCounted(count, 'kk', { one: '-', few: '-', many: '-', other: 'аялдама' }),
    })),
    { what: '1 ru', expected: '1 остановка', got: formatCounted(1, 'ru', stops) },
    { what: '2 ru', expected: '2 остановки', got: formatCounted(2, 'ru', stops) },
    { what: '11 ru', expected: '11 остановок', got: formatCounted(11, 'ru', stops) },
    { what: '21 ru', expected: '21 остановка', got: formatCounted(21, 'ru', stops) },
    { what: '1 en', expected: '1 stop', got: formatCounted(1, 'en', { one: 'stop', other: 'stops' }) },
    { what: '21 en', expected: '21 stops', got: formatCounted(21, 'en', { one: 'stop', other: 'stops' }) },
  ];
}

/** Browsers differ in which no-break space parts the thousands; to the eye they are one. */
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
