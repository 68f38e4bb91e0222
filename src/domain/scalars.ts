import * as v from 'valibot';

/** Longest name of a thing, a place or a person, in UTF-16 units. */
export const MAX_NAME_LENGTH = 80;
/** Longest free note; enough for a paper margin, too short for a dossier. */
export const MAX_NOTE_LENGTH = 280;
/** Most stops of a run and lines of a stop: far above a day's paper, far below what would choke a phone. */
export const MAX_STOPS = 60;
export const MAX_LINES = 40;
/** A million units, in thousandths. */
export const MAX_COUNT = 1_000_000_000;

/**
 * `<device>.<mutation>` or `<device>.<mutation>.<index>` for rows that a mutation makes; a bare word for devices,
 * branches and invites; `code~17` and the like for claims.
 */
export const rowId = v.pipe(
  v.string(),
  // oxlint-disable-next-line no-control-regex -- the control characters are what is refused
  v.regex(/^(?:[0-9a-z]{1,40}(?:\.\d{1,10}){0,2}|(?:code|import)~[^\u0000-\u001f\u007f]{1,100})$/u),
  v.brand('RowId'),
);
export type RowId = v.InferOutput<typeof rowId>;

/** Sixteen characters of base32: the first ten bytes of SHA-256 of the device's public signing key. */
export const deviceId = v.pipe(v.string(), v.regex(/^[0-9a-z]{16}$/), v.brand('DeviceId'));
export type DeviceId = v.InferOutput<typeof deviceId>;

export const branchId = v.pipe(v.string(), v.regex(/^[0-9a-z]{4,16}$/), v.brand('BranchId'));
export type BranchId = v.InferOutput<typeof branchId>;

/** How much, in thousandths of the item's unit: 2.5 boxes are 2500. Whole numbers, so that sums are exact. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_COUNT), v.brand('Count'));
export type Count = v.InferOutput<typeof count>;

/** A calendar day of the branch, `YYYY-MM-DD`. A window that crosses midnight belongs to the day on which it begins. */
export const day = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/), v.brand('Day'));
export type Day = v.InferOutput<typeof day>;

/** Epoch milliseconds, UTC, between 2000 and 2100: a clock outside that is no clock. */
export const instant = v.pipe(v.number(), v.integer(), v.minValue(946_684_800_000), v.maxValue(4_102_444_800_000));

/** Minutes of a day of the branch; a window may end on the next day, so up to two days. */
export const minuteOfDay = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_880));

/** Nothing that a terminal, a spreadsheet or a screen would treat as a command. */
// oxlint-disable-next-line no-control-regex -- the control characters are what is refused
const PRINTABLE = /^[^\u0000-\u0008\u000b-\u001f\u007f\u2028-\u202e\u2066-\u2069]*$/u;

export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_NAME_LENGTH), v.regex(PRINTABLE));
export const note = v.pipe(v.string(), v.maxLength(MAX_NOTE_LENGTH), v.regex(PRINTABLE));
/** A telephone number as people write it; dialled as it stands. */
export const phone = v.pipe(v.string(), v.regex(/^\+?[\d\s()-]{2,24}$/));
/** Digits that can be said over a telephone; no leading zero, so that "seven" and "oh seven" are one. */
export const checkpointCode = v.pipe(v.string(), v.regex(/^[1-9]\d{0,4}$/));
/** What a count counts: portion, litre, piece, kg, box ... as the branch writes it. */
export const unit = v.pipe(v.string(), v.minLength(1), v.maxLength(24), v.regex(PRINTABLE));
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
