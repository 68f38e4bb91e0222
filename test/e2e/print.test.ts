import { expect, test, type Page } from '@playwright/test';

import type { Language } from '#i18n/language.ts';
import { loadWords } from '#i18n/load-words.ts';
import type { RowId } from '#domain/scalars.ts';
import { amount, writeCheckpoint, writeItem } from '#test/support/test-plan.ts';

import { type Branch, openBranch } from './support/branch.ts';
import { openDesk } from './support/desk.ts';
import { untilHeld } from './support/phone.ts';
import { pagesOf } from './support/pdf.ts';

const DAY = '2027-03-01';
const A4 = { width: 595, height: 842 };
const A5 = { width: 420, height: 595 };
const PAPER = ['en', 'ru', 'kk'] as const satisfies readonly Language[];

let branch: Branch;
test.beforeEach(async () => {
  branch = await openBranch();
});
test.afterEach(() => branch.remove());

test('the morning is printed with no network, in three languages, each sheet of its own size', async ({ browser }) => {
  planMorning(branch);
  await branch.organiser.settle();
  const desk = await openDesk(browser, branch);
  await desk.goto(`${branch.wire.address}/print?on=${DAY}`);
  await expect(desk.getByRole('heading', { name: 'North' }).first()).toBeVisible();
  await untilHeld(desk);
  await desk.context().setOffline(true);
  for (const language of PAPER) {
    const words = await loadWords(language, 'print');
    await speak(desk, language);
    await expect(desk.getByText(words.stamp).first()).toBeVisible();
    const pages = await print(desk, `morning-${language}`);
    await desk.getByRole('radio', { name: words.kinds.runs }).check();
    await desk.getByRole('radio', { name: words.papers.pairs }).check();
    await print(desk, `pairs-${language}`);
    await desk.getByRole('radio', { name: words.kinds.blank }).check();
    await print(desk, `blankpairs-${language}`);
    await desk.getByRole('radio', { name: words.papers.single }).check();
    await print(desk, `blank-${language}`);
    expect.soft(pages).toEqual([A4, A4, A4, A5, A5, A5, A5]);
  }
});

async function speak(page: Page, language: Language): Promise<void> {
  await page.evaluate(
    (value) =>
      localStorage.setItem('dastarkhan-settings', JSON.stringify({ theme: 'dark', textSize: 100, language: value })),
    language,
  );
  await page.reload();
}

async function print(page: Page, name: string) {
  const bytes = await page.pdf({ preferCSSPageSize: true, path: `/tmp/print/${name}.pdf` });
  return pagesOf(bytes);
}

/** Two kitchens, two windows, three runs. */
function planMorning({ organiser }: Branch): void {
  const meal = writeItem(organiser, 'Горячий обед');
  const tea = writeItem(organiser, 'Чай');
  const places = Array.from({ length: 9 }, (_, index) =>
    writeCheckpoint(organiser, `${index + 11}`, `Көкшетау, пост ${index + 1}`),
  );
  const breakfast = window('Таңғы ас', 420, 540);
  const lunch = window('Обед', 720, 840);
  const school = kitchen('Школа № 3');
  const canteen = kitchen('Столовая «Достық»');
  const driver = organiser.rowId(organiser.write({ name: 'memberAdd', args: { name: 'Ержан', phone: null } }));
  const stops = (from: number, to: number) =>
    places.slice(from, to).map((checkpoint) => ({ checkpoint, lines: [amount(meal, 20), amount(tea, 2.5)] }));
  run('North', breakfast, school, driver, stops(0, 3));
  run('South', breakfast, canteen, null, stops(3, 5));
  run('Long way', lunch, school, driver, stops(0, 9));

  function window(name: string, startMinute: number, endMinute: number): RowId {
    return organiser.rowId(
      organiser.write({ name: 'mealWindowCreate', args: { fields: { name, startMinute, endMinute } } }),
    );
  }
  function kitchen(name: string): RowId {
    const fields = { name, landmark: 'Вход со двора', phone: '+7 716 2 25 00 00', position: null };
    return organiser.rowId(organiser.write({ name: 'kitchenCreate', args: { fields } }));
  }
  function run(label: string, of: RowId, from: RowId, who: RowId | null, at: ReturnType<typeof stops>): void {
    const args = { label, on: DAY as never, window: of, kitchen: from, driver: who, stops: at };
    organiser.write({ name: 'runPlan', args });
  }
}
