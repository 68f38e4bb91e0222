/** Why a line of a file cannot be brought in. Only codes: the screen chooses the words. */
export const badReasons = [
  'dayMissing',
  'dayUnclear',
  'dayInFuture',
  'placeMissing',
  'placeTwice',
  'nameTooLong',
  'districtTooLong',
  'landmarkTooLong',
  'positionUnclear',
  'phoneWrong',
  'codeWrong',
  'codeTaken',
  'codeTwice',
  'itemMissing',
  'itemTooLong',
  'unitMissing',
  'unitTooLong',
  'amountMissing',
  'amountUnclear',
  'amountAmbiguous',
  'amountNegative',
  'amountTooFine',
  'amountTooLarge',
  'personMissing',
  'personTwice',
  'personUnknown',
  'personUnclear',
  'weekdayUnclear',
  'awayAndFree',
  'tooManyDays',
  'dayOver',
  'windowMissing',
  'windowUnclear',
  'windowUnknown',
  'kitchenUnknown',
  'driverUnknown',
  'headcountUnclear',
  'needTwice',
  'tooManyStops',
  'quotesBroken',
] as const;

export type BadReason = (typeof badReasons)[number];

/** A line that stays outside, with everything that is wrong with it, so that it is corrected once and not three times. */
export type BadLine = {
  /** As a spreadsheet counts: the first line of the file is 1. */
  readonly line: number;
  readonly reasons: readonly BadReason[];
  /** The line as it stands in the file. */
  readonly cells: readonly string[];
};
