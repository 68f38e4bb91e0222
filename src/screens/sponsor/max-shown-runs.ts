/** So many runs are shown; a table of all that the page knows can be taken away. */
export const MAX_SHOWN_RUNS = 60;
