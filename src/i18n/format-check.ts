import {
  formatAgo,
  formatBytes,
  formatCount,
  formatDateTime,
  formatDay,
  formatDuration,
  formatNumber,
  formatQuantity,
  formatTime,
  instantToDay,
} from './format.ts';

/** 8 November 2026, 00:30:00 in UTC+5; still the day before in UTC. */
const at = 1_794_079_800_000;
const almaty = 300;

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

/** Browsers differ in which no-break space parts the thousands; to the eye they are one. */
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
