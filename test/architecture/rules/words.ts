import type { Node } from 'oxc-parser';

import { SHOWING_ROOMS } from '../rooms.ts';
import type { Rule } from '../rule.ts';
import { type Placed, type SourceFile, isInRoom, isScript, violation } from '../source-file.ts';

/** Attributes whose value somebody sees or hears, those of our own kit included. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'caption',
  'description',
  'heading',
  'hint',
  'label',
  'legend',
  'message',
  'placeholder',
  'summary',
  'text',
  'title',
]);

const LETTER = /\p{L}/u;

export const noWordsInComponents: Rule = {
  name: 'components hold no words: those come from the catalogues',
  sees: (file) => isScript(file) && isInRoom(file, SHOWING_ROOMS),
  check: (files) =>
    files
      .filter((file) => isInRoom(file, SHOWING_ROOMS))
      .flatMap((file) =>
        file.nodes
          .filter((placed) => isShownText(placed))
          .map(({ node }) => violation(file, node, `shows ${shortened(file, node)}: take it from the catalogue`)),
      ),
  broken: [
    { 'src/screens/driver/a.tsx': 'export const A = () => <p>Delivered</p>;' },
    { 'src/ui/a.tsx': 'export const A = () => <img alt="a tea bowl" />;' },
    { 'src/ui/a.tsx': 'export const A = () => <button aria-label={`Close ${1}`} />;' },
    { 'src/app/a.tsx': "export const A = () => <p>{'Қайта жүктеу'}</p>;" },
    { 'src/app/a.tsx': "export const A = ({ b }: P) => <p>{b ? 'yes' : words.no}</p>;" },
    { 'src/screens/driver/a.tsx': 'export const A = ({ n }: P) => <p>{`${n} km`}</p>;' },
  ],
  kept: {
    'src/screens/driver/a.tsx':
      'export const A = ({ t, n }: P) => <p className="a" role="status" title={t("run.title")} data-kind={n ? "b" : "c"}>' +
      '· {t("run.kept")} {n === "met" ? <B kind="tick" /> : `${n} – 12`}</p>;',
  },
};

function isShownText({ node, parents }: Placed): boolean {
  if (!hasLetters(node)) return false;
  if (node.type === 'JSXText') return true;
  return isShown(node, parents);
}

function hasLetters(node: Node): boolean {
  if (node.type === 'JSXText') return LETTER.test(node.value);
  if (node.type === 'TemplateElement') return LETTER.test(node.value.cooked ?? '');
  return node.type === 'Literal' && typeof node.value === 'string' && LETTER.test(node.value);
}

/** Climbs through what only chooses or joins texts, up to the place where the text is shown - or not. */
function isShown(node: Node, [parent, ...further]: readonly Node[]): boolean {
  switch (parent?.type) {
    case 'TemplateLiteral':
    case 'LogicalExpression':
    case 'ParenthesizedExpression':
      return isShown(parent, further);
    case 'ConditionalExpression':
      return parent.test !== node && isShown(parent, further);
    case 'BinaryExpression':
      return parent.operator === '+' && isShown(parent, further);
    case 'JSXExpressionContainer': {
      const [place] = further;
      return place?.type === 'JSXElement' || place?.type === 'JSXFragment' || isSpoken(place);
    }
    default:
      return isSpoken(parent);
  }
}

function isSpoken(node: Node | undefined): boolean {
  return node?.type === 'JSXAttribute' && node.name.type === 'JSXIdentifier' && SPOKEN.has(node.name.name);
}

function shortened(file: SourceFile, node: Node): string {
  return JSON.stringify(file.text.slice(node.start, node.end).trim().slice(0, 40));
}
