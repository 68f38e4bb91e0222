import type { CsvManner } from '#domain/export/csv-text.ts';
import type { Language } from '#i18n/language.ts';

/** As the spreadsheets of the language read files. */
export function csvManner(language: Language): CsvManner {
  return language === 'en' ? { separator: ',', decimalSign: '.' } : { separator: ';', decimalSign: ',' };
}
