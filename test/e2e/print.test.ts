import { expect, type Page } from '@playwright/test';

import type { Count, Day, RowId } from '#domain/scalars.ts';
import { formatCount, formatDay } from '#i18n/format.ts';
import type { Language } from '#i18n/language.ts';
import type { PrintWords } from '#i18n/print/en.ts';
import { loadWords } from '#i18n/load-words.ts';
import { runLink } from '#screens/organiser/print/run-link.ts';
import { amount, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';

import { type Branch, openBranch } from './support/branch.ts';
import { openHeldDesk } from './support/desk.ts';
import { missingOn, pagesOf, type PdfPage } from './support/pdf.ts';
import { readQrPicture } from './support/qr-picture.ts';
import { test } from './support/story.ts';

const DAY = '2027-03-01' as Day;
const HOTLINE = '+7 700 109 00 00';
const PLATE = '777 AAA 03';
const units = (count: number): Count => (count * 1_000) as Count;
const LANGUAGES = ['en', 'ru', 'kk'] as const satisfies readonly Language[];
/** Sizes of paper in points. */
const [A5, A4, A4_LANDSCAPE, A3_LANDSCAPE] = ['420 x 595', '595 x 842', '842 x 595', '1191 x 842'];

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

test('the morning is printed with no network, in three languages, each sheet on paper of its own size', async ({
  browser,
}) => {
  const { north } = planMorning(branch);
  await branch.organiser.settle();
  const desk = await openHeldDesk(browser, branch);
  await desk.goto(`${branch.wire.address}/print?on=${DAY}`);
  await expect(desk.getByRole('heading', { name: 'North' }).first()).toBeVisible();
  await desk.context().setOffline(true);
  await desk.getByLabel('Telephone on the sheets').fill(HOTLINE);
  expect(await readQrPicture(await sheetPicture(desk))).toBe(runLink(branch.wire.address, north));
  for (const language of LANGUAGES) {
    const words = await loadWords(language, 'print');
    await speak(desk, language);
    await expect(desk.getByText(words.stamp).first()).toBeVisible();
    // Two kitchens; the cars, which take a second page where letters are wide; three runs, of which one has nine stops.
    const pages = await print(desk);
    const sizes = pages.map(sizeOf);
    expect(sizes.slice(0, 3), language).toEqual([A4, A4, A4]);
    expect(
      sizes.slice(3).filter((size) => size !== A4),
      language,
    ).toEqual([A5, A5, A5, A5]);
    expect(pages.length, language).toBeLessThanOrEqual(8);
    expect(unsaid(pages, words, language), language).toEqual([]);
    const asked = [words.asPlanned, words.stamp, words.signature, words.notes];
    expect(await cutOff(desk), language).toEqual([]);
    await desk.getByRole('radio', { name: words.kinds.runs }).check();
    await desk.getByRole('radio', { name: words.papers.pairs }).check();
    expect((await print(desk)).map(sizeOf), language).toEqual([A4_LANDSCAPE, A4_LANDSCAPE]);
    await desk.getByRole('radio', { name: words.papers.single }).check();
    await desk.getByRole('radio', { name: words.kinds.poster }).check();
    await expect(desk.getByRole('article').getByRole('row')).toHaveCount(10);
    const [poster, ...more] = await print(desk);
    expect(
      [poster, ...more].map((page) => page && sizeOf(page)),
      language,
    ).toEqual([A3_LANDSCAPE]);
    const everywhere = Array.from({ length: 9 }, (_, index) => `Көкшетау, пост ${index + 1}`);
    expect(missingOn(poster, [...everywhere, formatDay(DAY, language, 'long'), 'Таңғы ас', HOTLINE]), language).toEqual(
      [],
    );
    expect(await cutOff(desk), language).toEqual([]);
    await desk.getByRole('radio', { name: words.kinds.blank }).check();
    const [blank, ...others] = await print(desk);
    expect(
      [blank, ...others].map((page) => page && sizeOf(page)),
      language,
    ).toEqual([A5]);
    expect(missingOn(blank, [words.driver, words.plate, HOTLINE, ...asked]), language).toEqual([]);
    expect(await cutOff(desk), language).toEqual([]);
  }
});

/** What the lists and the first run's sheet should say and do not, as it is read from the paper itself. */
function unsaid(pages: readonly PdfPage[], words: PrintWords, language: Language): readonly string[] {
  const when = [formatDay(DAY, language, 'long'), 'Таңғы ас 07:00–09:00'];
  const who = ['Ержан', PLATE, HOTLINE];
  const dinner = ['Горячий обед', formatCount(units(60), language), 'Шай', formatCount(units(7.5), language)];
  const stop = ['Көкшетау, пост 3', words.code('13'), 'у автовокзала', formatCount(units(2.5), language)];
  const asked = [words.asPlanned, words.stamp, words.signature, words.notes];
  const sheet = pages.find((page) => sizeOf(page) === A5);
  return [
    ...missingOn(pages[0], [words.kitchenList, ...when, 'Школа № 3', ...dinner]),
    ...missingOn(pages[2], [words.loadingList, 'North', ...when, ...who, ...dinner]),
    ...missingOn(sheet, ['North', ...when, ...who, ...dinner, ...stop, ...asked]),
  ];
}

/** The language of the app from its next opening on, and opens it again. */
async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate((value) => {
    localStorage.setItem('dastarkhan-settings', JSON.stringify({ theme: 'dark', textSize: 100, language: value }));
  }, language);
  await page.reload();
}

/** The pages that the printer would get. */
async function print(page: Page): Promise<readonly PdfPage[]> {
  return pagesOf(await page.pdf({ preferCSSPageSize: true }));
}

function sizeOf({ width, height }: PdfPage): string {
  return `${width} x ${height}`;
}

/** The picture on the first run's sheet, as it comes out on paper. */
async function sheetPicture(page: Page): Promise<Buffer> {
  await page.emulateMedia({ media: 'print' });
  const picture = await page.getByRole('img', { name: /North/ }).first().screenshot();
  await page.emulateMedia({ media: null });
  return picture;
}

/** Words on the sheets that their place has no room for, as paper shows them; and anything but sheets that would be printed. */
async function cutOff(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const isSeen = (element: Element): boolean => element.getClientRects().length > 0;
    const wide = [...document.querySelectorAll('article :is(th, td, dd, dt, p, h2, h3)')]
      .filter((element) => isSeen(element) && element.scrollWidth > element.clientWidth + 1)
      .filter((element) => getComputedStyle(element).display !== 'inline')
      .map((element) => `${element.textContent} is cut off`);
    const besides = [...document.querySelectorAll('body :is(button, a, input, nav, h1)')]
      .filter(isSeen)
      .map((element) => `${element.tagName} is printed`);
    return [...wide, ...besides];
  });
  await page.emulateMedia({ media: null });
  return found;
}

/** Two kitchens, two windows, three runs; their names are as long as names are. */
function planMorning({ organiser }: Branch): { readonly north: RowId } {
  const write = (...mutation: Parameters<typeof organiser.write>): RowId =>
    organiser.rowId(organiser.write(...mutation));
  const window = (name: string, startMinute: number): RowId =>
    write({ name: 'mealWindowCreate', args: { fields: { name, startMinute, endMinute: startMinute + 120 } } });
  const kitchen = (name: string): RowId => {
    const fields = { name, otherNames: null, landmark: 'Вход со двора', phone: '+7 716 2 25 00 00', position: null };
    return write({ name: 'kitchenCreate', args: { fields } });
  };
  const [meal, tea] = [writeItem(organiser, 'Горячий обед'), writeItem(organiser, 'Шай')];
  const places = Array.from({ length: 9 }, (_, index) =>
    writeCheckpoint(organiser, `${index + 11}`, `Көкшетау, пост ${index + 1}`, { landmark: 'у автовокзала' }),
  );
  const [breakfast, lunch] = [window('Таңғы ас', 420), window('Обед', 720)];
  const [school, canteen] = [kitchen('Школа № 3'), kitchen('Столовая «Достық»')];
  const driver = write({ name: 'memberAdd', args: { name: 'Ержан', phone: null } });
  const car = { name: 'Газель', registration: PLATE, capacity: { count: units(60), unit: 'порций' } };
  write({ name: 'vehicleCreate', args: { fields: { ...car, keepsHot: true, driver } } });
  const run = (label: string, from: RowId, when: RowId, who: RowId | null, stopCount: number): RowId => {
    const stops = places
      .slice(0, stopCount)
      .map((checkpoint) => ({ checkpoint, lines: [amount(meal, 20), amount(tea, 2.5)] }));
    return write({ name: 'runPlan', args: { label, on: DAY, window: when, kitchen: from, driver: who, stops } });
  };
  const north = run('North', school, breakfast, driver, 3);
  run('South', canteen, breakfast, null, 2);
  run('Long way', school, lunch, driver, 9);
  for (const checkpoint of places) {
    const now = { headcount: 20, perHead: [amount(meal, 1)], priority: 'usual' as const };
    organiser.write({ name: 'dayRequirementSet', args: { checkpoint, window: breakfast, on: DAY, was: null, now } });
  }
  return { north };
}
