/** The desk: what comes back without the app. */
export const desk = {
  title: 'Desk',
  lead: 'For what comes back without the app: a sheet of paper, a call, a file. It works with no network.',
  told: 'Told by phone',
  toldLead:
    'Number, Enter, number, Enter. The driver’s app says the check number under “Unsent”; it makes sure that what you heard is what was said.',
  code: 'Number of the checkpoint',
  item: 'Item',
  amount: 'Amount',
  check: 'Check number',
  checkHint: 'Two digits. Leave it empty when the caller has no app, and read everything back.',
  run: 'Run',
  besideRuns: 'Beside the runs',
  save: 'Save as told by phone',
  saved: 'Saved as told by phone',
  unknownPlace: 'No checkpoint has this number. Nothing was saved. Ask for it again.',
  wrongAmount: 'This is no amount. Nothing was saved. Ask for it again.',
  wrongCheck:
    'The check number does not fit. Nothing was saved. Read place, item and amount back, and ask for the check number again.',
  already: 'This stop has a record already',
  paper: 'Sheets of paper',
  paperLead: 'Runs that are not over. Enter goes on to the next number; the last one saves the sheet.',
  noPaper: 'No run of today is open.',
};
