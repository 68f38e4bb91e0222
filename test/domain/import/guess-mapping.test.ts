import { describe, expect, test } from 'vitest';

import { missingFields } from '#domain/import/fields.ts';
import { guessColumns, guessMapping, withSigns } from '#domain/import/guess-mapping.ts';

describe('columns are guessed by their headings', () => {
  test('in English, as the records of a real operation have them', () => {
    const heading = 'date,mission,district,vdc,village,lat,lon,item,category,unit,amount,kg'.split(',');
    expect(guessMapping([heading, ['2015-04-29']])).toMatchObject({
      kind: 'pastRuns',
      headerLine: 1,
      columns: { on: 0, run: 1, district: 2, place: 3, village: 4, lat: 5, lon: 6, item: 7, unit: 9, amount: 10 },
    });
  });

  test('in Russian', () => {
    const heading = ['Дата', 'Рейс', 'Район', 'Блокпост', 'Наименование', 'Ед. изм.', 'Кол-во'];
    expect(guessMapping([heading]).columns).toEqual({
      on: 0,
      run: 1,
      district: 2,
      place: 3,
      item: 4,
      unit: 5,
      amount: 6,
    });
  });

  test('in Kazakh', () => {
    const heading = ['Күні', 'Аудан', 'Бекет', 'Ауыл', 'Тауар', 'Өлшем бірлігі', 'Саны'];
    expect(guessMapping([heading]).columns).toEqual({
      on: 0,
      district: 1,
      place: 2,
      village: 3,
      item: 4,
      unit: 5,
      amount: 6,
    });
  });

  test('a list of checkpoints is told from deliveries', () => {
    expect(guessMapping([['№', 'Название', 'Район', 'Ориентир', 'Телефон', 'Широта', 'Долгота']])).toMatchObject({
      kind: 'checkpoints',
      columns: { code: 0, name: 1, district: 2, landmark: 3, phone: 4, lat: 5, lon: 6 },
    });
  });

  test('titles above the headings are passed over', () => {
    const cells = [['Report of the week'], [], ['Date of delivery', 'Place name', 'Item', 'Unit', 'Amount, total']];
    expect(guessMapping(cells)).toMatchObject({
      headerLine: 3,
      columns: { on: 0, place: 1, item: 2, unit: 3, amount: 4 },
    });
  });

  test('a file without headings begins with its first line, and nothing is guessed', () => {
    expect(guessMapping([['Saryarka roundabout', '17']])).toMatchObject({ headerLine: 0, columns: {} });
  });
});

test('the person may read the file as the other kind', () => {
  const cells = [['Date', 'Place', 'Item', 'Unit', 'Amount']];
  expect(guessColumns(cells, 'checkpoints', 1)).toMatchObject({ kind: 'checkpoints', columns: { name: 1 } });
});

test('of several words of a heading that name the same column the likeliest counts', () => {
  expect(guessColumns([['The day', 'Last day or date']], 'pastRuns', 1).columns).toEqual({ on: 1 });
});

test('what is still to be chosen is named; a unit for all lines stands in for the column', () => {
  const mapping = guessMapping([['Date', 'Place', 'Item', 'Amount']]);
  expect(missingFields(mapping)).toEqual(['unit']);
  expect(missingFields({ ...mapping, unitForAll: 'portion' })).toEqual([]);
});

test('another column of amounts brings its own decimal sign', () => {
  const cells = [
    ['Date', 'Place', 'Item', 'Unit', 'Amount', 'kg'],
    ['1.1.2026', 'a', 'b', 'c', '1,5', '1,500'],
    ['1.1.2026', 'a', 'b', 'c', '2', '2.5'],
  ];
  const mapping = guessMapping(cells);
  expect(mapping.decimalSign).toBe('comma');
  expect(withSigns(cells, { ...mapping, columns: { ...mapping.columns, amount: 5 } }).decimalSign).toBe('point');
});
