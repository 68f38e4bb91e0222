import { formatCounted } from '../format.ts';

export const en = {
  runs: {
    title: 'My runs',
    take: 'I take it',
    cannot: 'I can’t',
    taken: 'You take it',
    givenBack: 'You gave it back',
    takeAfterAll: 'I take it after all',
    emptyTitle: 'No run for you yet',
    emptyHint: 'When an organiser plans one, it appears here with the next connection.',
    earlier: 'Earlier runs',
    noLabel: 'Run',
    kitchen: (name: string) => `Load at: ${name}`,
    open: 'Open the run',
  },

  loading: {
    title: 'Load',
    lead: 'For all stops together:',
    check: 'Tick what is in the car.',
    loaded: 'Loaded, off we go',
    notAll: 'Leave with less',
  },

  run: {
    nextStop: 'Next stop',
    delivered: (quantity: string) => `Delivered ${quantity}`,
    deliveredAll: 'Delivered as planned',
    planned: (quantity: string) => `planned ${quantity}`,
    otherAmount: 'Other amount',
    problem: 'Problem',
    allStops: 'All stops',
    stopDone: 'Delivered',
    stopProblem: 'Not as planned',
    stopOpen: 'Still to do',
    allDone: 'All stops have a record',
    finish: 'End of run',
    phones: (count: number) => `Phone numbers (${count})`,
    kitchenPhone: (name: string) => `Kitchen: ${name}`,
    unplanned: 'Unplanned delivery',
    cancelled: 'An organiser cancelled this run. What you delivered counts. Call if you are already on the way.',
    notHere:
      'This run is not on this phone: it is another driver’s now, or it has not come yet. What you delivered counts. If it should be yours, call an organiser.',
    reassigned: 'This run is another driver’s now. What you delivered counts. Call if you are already on the way.',
  },

  saved: {
    delivered: (quantity: string) => `Delivered ${quantity}`,
    nothing: 'Nothing delivered',
    undone: 'Taken back',
    corrected: 'Corrected',
  },

  stop: {
    call: 'Call',
    navigate: 'Show the way',
    maps: { twoGis: '2GIS', yandex: 'Yandex', google: 'Google', other: 'Another app' },
    landmark: 'Landmark',
    window: 'Window',
    placeUnknown: 'Place not on this phone yet',
    code: (code: string) => `No. ${code}`,
    quick: 'Quick amounts',
    asPlanned: 'As planned',
    fewer: (count: string) => `−${count}`,
    half: 'Half',
    none: '0',
    whatHappened: 'What happened?',
    note: 'Note',
    noteHint: 'For the organisers. No names of people on duty, please.',
    correct: 'Correct it',
    withdraw: 'It did not happen',
    byOther: 'Somebody else recorded this. Only they or an organiser can change it.',
    withdrawn: 'Taken back: it did not happen',
    correctedTo: (quantity: string) => `Corrected to ${quantity}`,
    history: 'What was recorded',
  },

  returnables: {
    title: 'Thermoses and crates',
    out: (name: string) => `${name}: going along`,
    goingAlong: (amounts: string) => `Thermoses and crates: ${amounts}`,
    left: (name: string) => `${name}: left here`,
    taken: (name: string) => `${name}: taken along`,
    back: (name: string) => `${name}: brought back`,
    lead: 'What stays here, and what you take along from earlier.',
    inCar: (amounts: string) => `Should be in the car: ${amounts}`,
    save: 'Save the count',
    saved: 'Counted',
    leftHere: (amounts: string) => `Left here: ${amounts}`,
    takenAlong: (amounts: string) => `Taken along: ${amounts}`,
  },

  unplanned: {
    ofRun: (run: string) => `Counts with the run “${run}”.`,
    title: 'Unplanned delivery',
    earlier: 'Unplanned deliveries',
    where: 'Where?',
    search: 'Name or number of the place',
    noPlaces: 'The list of places is not on this phone yet. It comes with the first connection.',
    noMatch: 'No place with this name or number.',
    what: 'What?',
    noItems: 'The list of items is not on this phone yet. It comes with the first connection.',
    howMuch: 'How much?',
    addItem: 'Another item too',
  },

  end: {
    title: 'End of run',
    allAsPlanned: (count: number) =>
      count === 1
        ? 'Was the stop without a record as planned?'
        : `Were all ${formatCounted(count, 'en', { one: 'stop', other: 'stops' })} without a record as planned?`,
    yes: 'Yes, all as planned',
    no: 'No, let me go through them',
    missing: (count: number) => `${formatCounted(count, 'en', { one: 'stop has', other: 'stops have' })} no record yet`,
    noneMissing: 'Every stop has a record.',
    leftOver: 'Left over in the car',
    finish: 'The run is complete',
    finished: 'Thank you. The run is complete.',
    finishedHint: 'Leave the app open for a moment when you have a connection, so that everything is sent.',
    abandon: 'Stop the run early',
    abandonLead: 'What was delivered counts. The organisers see which stops are left.',
    abandonReason: 'Why?',
  },
};

export type DriverWords = typeof en;
