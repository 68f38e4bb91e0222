const HOUR = 60;

/** Every offset that a place on earth has now, in minutes east of UTC: full hours, and the halves and quarters in use. */
const PARTS_OF_HOURS = [-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765];

export const OFFSETS: readonly number[] = [
  ...Array.from({ length: 27 }, (_, index) => (index - 12) * HOUR),
  ...PARTS_OF_HOURS,
].toSorted((a, b) => a - b);
