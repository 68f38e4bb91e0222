import { usualTraits } from '../item-traits.ts';
import { nameLanguages, type OtherNames } from '../other-names.ts';
import { byId, clock, degrees, exportNames, units } from './export-names.ts';
import type { ExportRows } from './export-rows.ts';
import type { ExportTable } from './export-table.ts';

const OTHER_NAMES = ['nameKk', 'nameRu', 'nameEn'] as const;

/** In the order of the languages; empty where nobody has said. */
function otherCells(others: OtherNames): readonly string[] {
  return nameLanguages.map((language) => others?.[language] ?? '');
}

export function checkpointsTable({ checkpoint }: ExportRows): ExportTable {
  return {
    id: 'checkpoints',
    columns: ['code', 'place', ...OTHER_NAMES, 'district', 'landmark', 'phone', 'lat', 'lon', 'status'],
    rows: checkpoint
      .toSorted((a, b) => Number(a.body.code) - Number(b.body.code))
      .map(({ body: { code, name, otherNames, district, landmark, phone, position, status } }) => [
        Number(code),
        name,
        ...otherCells(otherNames),
        district,
        landmark,
        phone ?? '',
        ...degrees(position),
        status,
      ]),
  };
}

export function kitchensTable({ kitchen }: ExportRows): ExportTable {
  return {
    id: 'kitchens',
    columns: ['name', ...OTHER_NAMES, 'landmark', 'phone', 'lat', 'lon', 'status'],
    rows: kitchen.map(({ body: { name, otherNames, landmark, phone, position, status } }) => [
      name,
      ...otherCells(otherNames),
      landmark,
      phone ?? '',
      ...degrees(position),
      status,
    ]),
  };
}

export function itemsTable(rows: ExportRows): ExportTable {
  const traits = byId(rows, 'itemTraits');
  return {
    id: 'items',
    columns: ['item', 'unit', 'halal', 'allergens', 'status'],
    rows: rows.item.map(({ id, body: { name, unit, status } }) => {
      const { halal, allergens } = traits.get(id) ?? usualTraits;
      return [name, unit, halal, allergens.join(', '), status];
    }),
  };
}

export function windowsTable({ mealWindow }: ExportRows): ExportTable {
  return {
    id: 'windows',
    columns: ['window', 'start', 'end', 'status'],
    rows: mealWindow
      .toSorted((a, b) => a.body.startMinute - b.body.startMinute)
      .map(({ body: { name, startMinute, endMinute, status } }) => [
        name,
        clock(startMinute),
        clock(endMinute),
        status,
      ]),
  };
}

export function vehiclesTable(rows: ExportRows): ExportTable {
  const { member } = exportNames(rows);
  return {
    id: 'vehicles',
    columns: ['name', 'registration', 'capacity', 'unit', 'keepsHot', 'driver', 'status'],
    rows: rows.vehicle.map(({ body: { name, registration, capacity, keepsHot, driver, status } }) => [
      name,
      registration,
      units(capacity.count),
      capacity.unit,
      keepsHot ? 'yes' : 'no',
      member(driver),
      status,
    ]),
  };
}

export function peopleTable({ member }: ExportRows): ExportTable {
  return {
    id: 'people',
    columns: ['person', 'phone', 'role', 'status'],
    rows: member.map(({ body: { name, phone, role, status } }) => [name, phone ?? '', role, status]),
  };
}
