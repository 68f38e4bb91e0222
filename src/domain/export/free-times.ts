import { exportNames } from './export-names.ts';
import type { ExportRows } from './export-rows.ts';
import type { ExportCell, ExportTable } from './export-table.ts';

/** From Monday, 1, to Sunday, 7, as calendars count. */
const FIRST_WEEKDAY = 1;
/** What people write into a cell of a day without any window. */
const NO_WINDOW = '—';

/** When volunteers are free, one line for each window and weekday or day, and where they would start. */
export function availabilityTable(rows: ExportRows): ExportTable {
  const names = exportNames(rows);
  return {
    id: 'availability',
    columns: ['person', 'weekday', 'on', 'window', 'kitchen', 'code', 'place', 'district'],
    rows: rows.availability.flatMap(({ body: { member, weekly, days, kitchen, checkpoint } }) => {
      const line = (weekday: ExportCell, on: ExportCell, window: ExportCell): readonly ExportCell[] => [
        names.member(member),
        weekday,
        on,
        window,
        names.kitchen(kitchen),
        ...names.place(checkpoint),
      ];
      return [
        ...weekly.flatMap(({ window, weekdays }) =>
          weekdays.map((weekday) => line(weekday + FIRST_WEEKDAY, '', names.window(window))),
        ),
        ...days.flatMap(({ on, windows }) =>
          windows.length === 0
            ? [line('', on, NO_WINDOW)]
            : windows.map((window) => line('', on, names.window(window))),
        ),
      ];
    }),
  };
}
