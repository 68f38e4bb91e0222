import * as v from 'valibot';

/** Longest name of a thing, a place or a person, in UTF-16 units. */
export const MAX_NAME_LENGTH = 80;
/** Longest name of a unit. */
export const MAX_UNIT_LENGTH = 24;
/** Longest free note; enough for a paper margin, too short for a dossier. */
export const MAX_NOTE_LENGTH = 280;
/** Most stops of a run and lines of a stop: far above a day's paper, far below what would choke a phone. */
export const MAX_STOPS = 60;
export const MAX_LINES = 40;
/** A million units, in thousandths. */
export const MAX_COUNT = 1_000_000_000;

/**
 * `<device>.<mutation>` or `<device>.<mutation>.<index>` for rows that a mutation makes; a bare word for devices,
 * branches and invites. Claims have ids of their own (claims.ts), which nobody sends. At most forty characters.
 */
export const rowId = v.pipe(
  v.string(),
  v.regex(/^(?:[0-9a-z]{16}(?:\.\d{1,10}){1,2}|[0-9a-z]{1,40})$/),
  v.brand('RowId'),
);
export type RowId = v.InferOutput<typeof rowId>;

/** Twenty-six characters of base32: the first sixteen bytes of a hash of the invite's secret. */
export const inviteId = v.pipe(v.string(), v.regex(/^[0-9a-z]{26}$/), v.brand('RowId'));

/** Sixteen characters of base32: the first ten bytes of SHA-256 of the device's public signing key. */
export const deviceId = v.pipe(v.string(), v.regex(/^[0-9a-z]{16}$/), v.brand('DeviceId'));
export type DeviceId = v.InferOutput<typeof deviceId>;

export const branchId = v.pipe(v.string(), v.regex(/^[0-9a-z]{4,16}$/), v.brand('BranchId'));
export type BranchId = v.InferOutput<typeof branchId>;

/** How much, in thousandths of the item's unit: 2.5 boxes are 2500. Whole numbers, so that sums are exact. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_COUNT), v.brand('Count'));
export type Count = v.InferOutput<typeof count>;

/** A calendar day of the branch, `YYYY-MM-DD`. A window that crosses midnight belongs to the day on which it begins. */
export const day = v.pipe(v.string(), v.regex(/^20\d\d-\d\d-\d\d$/), v.check(isCalendarDay), v.brand('Day'));
export type Day = v.InferOutput<typeof day>;

export function isDay(text: string): text is Day {
  return v.is(day, text);
}

const EARLIEST_INSTANT = 946_684_800_000;
const LATEST_INSTANT = 4_102_444_800_000;
/** Epoch milliseconds, UTC, between 2000 and 2100: a clock outside that is no clock. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(EARLIEST_INSTANT), v.maxValue(LATEST_INSTANT));

/** Minutes of a day of the branch; a window may end on the next day, so up to two days. */
export const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_880));

/**
 * One line without what a terminal or a screen would take for a command (controls, marks that turn the direction of
 * writing), and without halves of characters, which no bytes can say.
 */
const LINE_OF_TEXT = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]*$/u;
/** The same, of any number of lines. */
const TEXT = /^(?:[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]|[\t\n])*$/u;
const NOT_BLANK = /\S/;

/** What something or somebody is called. */
export const name = v.pipe(v.string(), v.maxLength(MAX_NAME_LENGTH), v.regex(LINE_OF_TEXT), v.regex(NOT_BLANK));
export const nameOrEmpty = v.pipe(v.string(), v.maxLength(MAX_NAME_LENGTH), v.regex(LINE_OF_TEXT));
export const note = v.pipe(v.string(), v.maxLength(MAX_NOTE_LENGTH), v.regex(TEXT));
/** A telephone number as people write it; dialled as it stands. */
export const phone = v.pipe(v.string(), v.regex(/^\+?(?=.*\d.*\d)[\d ()-]{2,24}$/));
/** Digits that can be said over a telephone; no leading zero, so that "seven" and "oh seven" are one. */
export const checkpointCode = v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/));
/** What a count counts: portion, litre, piece, kg, box ... as the branch writes it. */
export const unit = v.pipe(v.string(), v.maxLength(MAX_UNIT_LENGTH), v.regex(LINE_OF_TEXT), v.regex(NOT_BLANK));
/** A place on the map in millionths of a degree, so that bytes and sums are exact. Places only, never people. */
export const position = v.object({
  lat: v.pipe(v.number(), v.integer(), v.minValue(-90_000_000), v.maxValue(90_000_000)),
  lon: v.pipe(v.number(), v.integer(), v.minValue(-180_000_000), v.maxValue(180_000_000)),
});
export type Position = v.InferOutput<typeof position>;

/** An amount of one item. */
export const line = v.object({ item: rowId, count });
export type Line = v.InferOutput<typeof line>;
export const lines = v.pipe(v.array(line), v.maxLength(MAX_LINES));

/** The instant nearest to what a clock says: a phone that woke up in 1970 must still be able to record and to send. */
export function nearestInstant(epochMs: number): number {
  return Math.min(Math.max(Math.trunc(epochMs), EARLIEST_INSTANT), LATEST_INSTANT);
}

function isCalendarDay(text: string): boolean {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number);
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const dayCounts = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return dayOfMonth >= 1 && dayOfMonth <= (dayCounts[month - 1] ?? 0);
}
