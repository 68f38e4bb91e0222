import type { Language } from './language.ts';

/** What is said when the app itself has broken down: always at hand, because loading them may be what failed. */
export type LastWords = {
  readonly title: string;
  readonly safe: string;
  readonly next: string;
  readonly openAgain: string;
  readonly saveFile: string;
  readonly fileSaved: string;
  readonly fileFailed: string;
};

export const lastWords: Readonly<Record<Language, LastWords>> = {
  kk: {
    title: 'Қолданба сүрініп кетті',
    safe: '«Телефонда» деп белгіленгеннің бәрі аман.',
    next: 'Қайта ашыңыз. Қайталанса, жіберілмегенін файлға сақтап, ұйымдастырушыға беріңіз.',
    openAgain: 'Қайта ашу',
    saveFile: 'Жіберілмегенін файлға сақтау',
    fileSaved: 'Файл сақталды.',
    fileFailed: 'Файл сақталмады. Жазбалар телефонда қалды.',
  },
  ru: {
    title: 'Приложение споткнулось',
    safe: 'Всё, что помечено «На телефоне», цело.',
    next: 'Откройте его снова. Если повторится, сохраните неотправленное в файл и отдайте организатору.',
    openAgain: 'Открыть снова',
    saveFile: 'Сохранить неотправленное в файл',
    fileSaved: 'Файл сохранён.',
    fileFailed: 'Файл не сохранился. Записи остались на телефоне.',
  },
  en: {
    title: 'The app has stumbled',
    safe: 'Everything that says “On this phone” is safe.',
    next: 'Open it again. If it stumbles once more, save what is unsent as a file and give it to an organiser.',
    openAgain: 'Open again',
    saveFile: 'Save what is unsent as a file',
    fileSaved: 'File saved.',
    fileFailed: 'The file was not saved. The records are still on this phone.',
  },
};
