/** An element as it stands in the text. */
export type XmlElement = { readonly attributes: string; readonly inner: string };

/**
 * The elements of one name, in their order, whatever prefix they have. Enough for what programs write into a workbook, in
 * which no element holds another one of its own name; a web worker has no parser of its own.
 */
export function* elements(xml: string, name: string): Generator<XmlElement> {
  const opening = new RegExp(`<((?:\\w+:)?${name})(\\s[^>]*?)?(/?)>`, 'g');
  for (let match = opening.exec(xml); match !== null; match = opening.exec(xml)) {
    const [, tag = '', attributes = '', isEmpty] = match;
    if (isEmpty === '/') yield { attributes, inner: '' };
    else {
      const end = xml.indexOf(`</${tag}>`, opening.lastIndex);
      if (end < 0) return;
      yield { attributes, inner: xml.slice(opening.lastIndex, end) };
      opening.lastIndex = end;
    }
  }
}

export function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

/** The text of all its `t`, those aside that say how something is pronounced. */
export function textOf(inner: string): string {
  const spoken = inner.includes('rPh') ? inner.replace(/<(?:\w+:)?rPh[\s>].*?<\/(?:\w+:)?rPh>/gs, '') : inner;
  let text = '';
  for (const { inner: part } of elements(spoken, 't')) text += part;
  return unescaped(text);
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const LAST_CHARACTER = 0x10_ff_ff;

function unescaped(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= LAST_CHARACTER ? String.fromCodePoint(code) : whole;
    });
}
