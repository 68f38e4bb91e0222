/** The meals that most branches serve, with times to begin with; each branch moves them. Minutes of the branch's day. */
export const suggestedWindows = [
  { meal: 'breakfast', startMinute: 420, endMinute: 540 },
  { meal: 'lunch', startMinute: 720, endMinute: 840 },
  { meal: 'dinner', startMinute: 1_080, endMinute: 1_200 },
  { meal: 'nightTea', startMinute: 1_380, endMinute: 1_500 },
] as const;
