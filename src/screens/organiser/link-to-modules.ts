import encodeQr from 'qr';

/** The least border that the encoder makes; the picture adds the quiet zone that the standard asks for. */
const BORDER = 1;

/** A link as rows of a QR picture, true is dark, without a border. Medium correction: screens are seldom torn. */
export function linkToModules(link: string): readonly (readonly boolean[])[] {
  const rows = encodeQr(link, 'raw', { ecc: 'medium', border: BORDER });
  return rows.slice(BORDER, -BORDER).map((row) => row.slice(BORDER, -BORDER));
}
