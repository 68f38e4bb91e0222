/** What one phone may leave here: more than anybody photographs on a day, and no more than fifty megabytes in all. */
export const PICTURES_A_DAY = 40;
export const PICTURES_KEPT = 400;
