import { writeFile } from 'node:fs/promises';

import encodeQR from 'qr';

const SIDE = 480;
/** Light modules around the one that the encoder draws itself: the standard's quiet zone and a little more. */
const MARGIN = 5;
const [LIGHT, DARK, GREY] = [235, 16, 128];

/** Writes a film of one still picture, a QR of this text, as browsers take it in place of a camera (YUV4MPEG2, 4:2:0). */
export async function writeQrVideo(path: string, text: string): Promise<void> {
  const modules = encodeQR(text, 'raw', { border: 1 });
  const scale = Math.floor(SIDE / (modules.length + 2 * MARGIN));
  const offset = Math.floor((SIDE - scale * modules.length) / 2);
  const luma = Buffer.alloc(SIDE * SIDE, LIGHT);
  for (const [y, row] of modules.entries()) {
    for (const [x, isDark] of row.entries()) {
      if (!isDark) continue;
      for (let line = 0; line < scale; line += 1) {
        const start = (offset + y * scale + line) * SIDE + offset + x * scale;
        luma.fill(DARK, start, start + scale);
      }
    }
  }
  const chroma = Buffer.alloc((SIDE * SIDE) / 2, GREY);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, chroma]);
  const head = Buffer.from(`YUV4MPEG2 W${SIDE} H${SIDE} F10:1 Ip A1:1 C420jpeg\n`);
  await writeFile(path, Buffer.concat([head, frame, frame]));
}
