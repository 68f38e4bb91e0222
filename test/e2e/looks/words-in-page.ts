/**
 * Words that a person cannot read whole: outside their box, under an edge, ending in dots, a table's heading broken inside its
 * word; and a page wider than the screen. Runs inside the page, so it stands alone.
 */
export function cutWordsInPage(): readonly string[] {
  const named = (element: Element): string =>
    `<${element.tagName.toLowerCase()}> “${element.textContent.slice(0, 50)}”`;
  type Surroundings = { readonly isSaid: boolean; readonly edge: Element | null };
  const known = new Map<Element, Surroundings>();
  // Whether the words there are only for those who listen, and the nearest element that would cut them off.
  const around = (element: Element | null): Surroundings => {
    if (element === null) return { isSaid: false, edge: null };
    const before = known.get(element);
    if (before !== undefined) return before;
    const above = around(element.parentElement);
    const { clipPath, overflow } = getComputedStyle(element);
    const found = {
      isSaid: above.isSaid || clipPath.startsWith('inset(50%'),
      edge: /hidden|clip/.test(overflow) ? element : above.edge,
    };
    known.set(element, found);
    return found;
  };
  // A table may be scrolled inside its frame, and a cell of the board says the rest when it is opened; its caption may not.
  const isInTable = (element: Element): boolean =>
    element.closest('table') !== null && element.closest('caption') === null;

  // Paper is laid out in millimetres, whatever the screen's letters are.
  if (location.pathname === '/print') return [];
  // Inside the form that is open, if there is one: what lies behind it is not for now.
  const root = document.querySelector('dialog[open]') ?? document.body;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const cut = new Set<string>();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || node.textContent?.trim() === '' || parent.closest('option, title, style') !== null) continue;
    range.selectNodeContents(node);
    if (
      parent.closest('thead') !== null &&
      /^\p{L}+$/u.test(node.textContent ?? '') &&
      range.getClientRects().length > 1
    )
      cut.add(`a heading breaks inside its word: ${named(parent)}`);
    if (isInTable(parent) || !parent.checkVisibility({ visibilityProperty: true }) || around(parent).isSaid) continue;
    const words = range.getBoundingClientRect();
    const box = parent
      .closest('button, a[href], label, summary, li, dialog, main, header, nav')
      ?.getBoundingClientRect();
    if (box !== undefined && (words.left < box.left - 1 || words.right > box.right + 1))
      cut.add(`words leave their box: ${named(parent)}`);
    const edge = around(parent).edge?.getBoundingClientRect();
    if (edge !== undefined && (words.right > edge.right + 1 || words.bottom > edge.bottom + 1))
      cut.add(`words are cut off: ${named(parent)}`);
    if (getComputedStyle(parent).textOverflow === 'ellipsis' && parent.scrollWidth > parent.clientWidth + 1)
      cut.add(`words end in dots: ${named(parent)}`);
  }
  const tooWide = document.documentElement.scrollWidth - window.innerWidth;
  return [...(tooWide > 0 ? [`the page is ${tooWide} px wider than the screen`] : []), ...cut];
}

/** What is chosen in a list, or hinted at in an empty field, and does not fit: no element holds those words. */
export function cutChoicesInPage(): readonly string[] {
  const pen = document.createElement('canvas').getContext('2d');
  const doesFit = (field: Element, words: string): boolean => {
    if (pen === null || field.clientWidth === 0) return true;
    const { fontStyle, fontWeight, fontSize, fontFamily, paddingLeft, paddingRight } = getComputedStyle(field);
    pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    const room = field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
    return pen.measureText(words).width <= room + 1;
  };
  const chosen = [...document.querySelectorAll('select')].map((select) => ({
    field: select,
    // Names that people gave may be longer than any field; as much as tells them apart must be legible.
    words: (select.selectedOptions[0]?.textContent ?? '').slice(0, 16),
  }));
  const hinted = [...document.querySelectorAll('input')]
    .filter(({ value }) => value === '')
    .map((input) => ({ field: input, words: input.placeholder }));
  return [...chosen, ...hinted]
    .filter(({ field, words }) => !doesFit(field, words))
    .map(({ words }) => `a choice or a hint is cut off: “${words}”`);
}
