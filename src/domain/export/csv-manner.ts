import type { CsvManner } from './csv-text.ts';

/** As the spreadsheets of the language read files. */
export function csvManner(language: string): CsvManner {
  return language === 'en' ? { separator: ',', decimalSign: '.' } : { separator: ';', decimalSign: ',' };
}
