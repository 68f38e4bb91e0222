/** The pages of a PDF that a browser made, each with its size in whole points, in their order. */
export function pagesOf(pdf: Buffer): readonly { readonly width: number; readonly height: number }[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Type \/Page\b[^s][\s\S]*?\/MediaBox \[([\d. ]+)\]/g)].map(([, box = '']) => {
    const [, , width = 0, height = 0] = box.split(' ').map(Number);
    return { width: Math.round(width), height: Math.round(height) };
  });
}
