/** A cell to write into with a pen: for those who listen it is a cell with nothing in it. */
export const EMPTY = '\u00a0';
