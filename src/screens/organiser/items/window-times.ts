import { formatMinuteOfDay } from '#i18n/format.ts';

/** As the fields of a form hold them: "23:00", or empty. */
export type WindowTimes = { readonly from: string; readonly until: string };
export type WindowMinutes = { readonly startMinute: number; readonly endMinute: number };

const DAY_MINUTES = 1_440;

export function minutesToTimes(minutes: WindowMinutes | undefined): WindowTimes {
  if (minutes === undefined) return { from: '', until: '' };
  return { from: formatMinuteOfDay(minutes.startMinute), until: formatMinuteOfDay(minutes.endMinute) };
}

/** Undefined while a time is missing. An end that is not after the start is meant for the next day. */
export function timesToMinutes({ from, until }: WindowTimes): WindowMinutes | undefined {
  const [startMinute, endMinute] = [minuteOf(from), minuteOf(until)];
  if (startMinute === undefined || endMinute === undefined) return undefined;
  return { startMinute, endMinute: endMinute > startMinute ? endMinute : endMinute + DAY_MINUTES };
}

function minuteOf(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
