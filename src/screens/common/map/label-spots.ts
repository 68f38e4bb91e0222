/** A label that is to stand beside a point; earlier ones are placed first. */
export type LabelToPlace = { readonly text: string; readonly x: number; readonly y: number };

/** Where its text begins (`start`) or ends (`end`), and its middle line. */
export type LabelSpot = { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' | 'middle' };

/** The room that something takes. */
export type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Digits and letters of the faces that phones have are narrower than this, in em. */
const LETTER_EM = 0.62;
const LINE_EM = 1.15;
/** From the middle of a mark to its edge, and a little air. */
const MARK = 12;

/**
 * Finds a place for each label where it covers no other label, no mark and nothing that stands there already, on a sheet of this
 * size; undefined where there is none. What is not labelled is still in the list, and is labelled when it is chosen, since that comes first.
 */
export function labelSpots(
  labels: readonly LabelToPlace[],
  sheet: { readonly width: number; readonly height: number; readonly letter: number },
  standing: readonly Box[] = [],
): readonly (LabelSpot | undefined)[] {
  const taken: Box[] = [...standing];
  const isInside = ({ left, top, right, bottom }: Box): boolean =>
    left >= 0 && top >= 0 && right <= sheet.width && bottom <= sheet.height;
  return labels.map((label) => {
    for (const spot of spotsOf(label, sheet.letter)) {
      const box = boxOf(label.text, spot, sheet.letter);
      const covers = labels.some((other) => other !== label && meet(box, markBox(other)));
      if (!isInside(box) || covers || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      return spot;
    }
    return undefined;
  });
}

function spotsOf({ x, y }: LabelToPlace, letter: number): readonly LabelSpot[] {
  const above = MARK + (LINE_EM * letter) / 2;
  return [
    { x: x + MARK, y, anchor: 'start' },
    { x: x - MARK, y, anchor: 'end' },
    { x, y: y - above, anchor: 'middle' },
    { x, y: y + above, anchor: 'middle' },
  ];
}

/** The room that a text takes in letters of this size. */
export function boxOf(text: string, { x, y, anchor }: LabelSpot, letter: number): Box {
  const width = text.length * LETTER_EM * letter;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  const half = (LINE_EM * letter) / 2;
  return { left, right: left + width, top: y - half, bottom: y + half };
}

function markBox({ x, y }: LabelToPlace): Box {
  const half = MARK - 3;
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
