import { formatCounted } from '../format.ts';
import type { MapWords } from './en.ts';

export const ru: MapWords = {
  title: 'Карта',
  open: 'Карта',
  sketch: (count) =>
    `Набросок: ${formatCounted(count, 'ru', { one: 'место', few: 'места', many: 'мест', other: 'места' })}. В списке то же словами.`,
  north: 'С',
  straight: 'Расстояния по прямой: дорога длиннее.',
  legend: 'Что значат знаки',
  from: 'Расстояния от',
  fromHere: 'отсюда',
  nearest: 'Места, сначала ближние',
  stops: 'Остановки по порядку',
  whole: (distance) => `Через все остановки по прямой: ${distance}`,
  kitchen: 'Кухня',
  kitchenLabel: 'К',
  windows: 'Какое время',
  allWindows: 'Весь день',
  unplaced: 'Не нарисованы: нет координат',
  unplacedHint: 'Внесите координаты в разделе «Места», и они тоже появятся.',
  unplacedAsk: 'Координаты может внести организатор.',
  noneTitle: 'Ни у одного места пока нет координат',
  noneHint: 'Место появится, как только у него будут координаты: внесите их у самого места или в загружаемом файле.',
  noneAsk: 'У мест этого рейса нет координат. Их может внести организатор.',
  toPlaces: 'К местам',
};
