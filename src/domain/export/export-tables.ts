import type { ExportRows } from './export-rows.ts';
import type { ExportTable } from './export-table.ts';
import { availabilityTable } from './free-times.ts';
import { loadsTable, pledgesTable, releasedTable, sponsorsTable } from './given.ts';
import { correctionsTable, deliveriesTable, runsTable } from './journeys.ts';
import { batchesTable, needsOfDaysTable, needsTable } from './needs.ts';
import { noticesTable } from './notices-table.ts';
import { requestsTable, shiftsTable } from './requests-table.ts';
import { returnablesTable } from './returnables-table.ts';
import { reviewTable } from './review-table.ts';
import { checkpointsTable, itemsTable, kitchensTable, peopleTable, vehiclesTable, windowsTable } from './things.ts';

/** All lists of a branch. What of them a file of ours can bring in again has the columns that the import knows. */
export function exportTables(rows: ExportRows): readonly ExportTable[] {
  return [
    checkpointsTable(rows),
    kitchensTable(rows),
    itemsTable(rows),
    windowsTable(rows),
    needsTable(rows),
    needsOfDaysTable(rows),
    batchesTable(rows),
    vehiclesTable(rows),
    peopleTable(rows),
    availabilityTable(rows),
    runsTable(rows),
    deliveriesTable(rows),
    correctionsTable(rows),
    returnablesTable(rows),
    sponsorsTable(rows),
    pledgesTable(rows),
    loadsTable(rows),
    releasedTable(rows),
    noticesTable(rows),
    requestsTable(rows),
    shiftsTable(rows),
    reviewTable(rows),
  ];
}
