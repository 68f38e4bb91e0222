import type { Rule } from './rule.ts';
import { noCycles } from './rules/cycles.ts';
import { importSpelling, nodeDoors, npmDoors, oneFolderDoors, roomDoors, screenDoors } from './rules/doors.ts';
import { exportedNames, fileNames } from './rules/names.ts';
import { everyRoomIsKnown } from './rules/plan.ts';
import { oneFormatter, pureCore } from './rules/platform.ts';
import { fileSize, functionSize } from './rules/sizes.ts';
import { sqlInStorage } from './rules/sql.ts';
import { forbiddenSyntax, listedClasses, noBooleanParameters, noDefaultExport } from './rules/syntax.ts';
import { noSkippedTests, noSleeps } from './rules/tests.ts';
import { noWordsInComponents } from './rules/words.ts';

export const HOUSE_RULES: readonly Rule[] = [
  everyRoomIsKnown,
  roomDoors,
  npmDoors,
  nodeDoors,
  oneFolderDoors,
  screenDoors,
  importSpelling,
  noCycles,
  fileSize,
  functionSize,
  fileNames,
  exportedNames,
  forbiddenSyntax,
  noDefaultExport,
  listedClasses,
  noBooleanParameters,
  pureCore,
  oneFormatter,
  noWordsInComponents,
  sqlInStorage,
  noSkippedTests,
  noSleeps,
];
