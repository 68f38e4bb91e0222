/** A thermos that was left longer ago than this is not fetched any more. */
export const COUNTED_DAYS = 60;
