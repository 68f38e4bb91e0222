import { err, type Result } from '#lib/result.ts';
import { decodeText, type DecodeFailure, MAX_FILE_BYTES } from './decode-text.ts';
import { type ParsedLines, type ParseFailure, parseLines } from './parse-lines.ts';

/** `unreadable`: the device could not read the file at all. */
export type FileFailure = DecodeFailure | ParseFailure | { readonly code: 'unreadable' };

/** The lines of a file that a person chose. */
export async function readFile(file: Blob): Promise<Result<ParsedLines, FileFailure>> {
  if (file.size > MAX_FILE_BYTES) return err({ code: 'tooBig' });
  try {
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
    return decoded.ok ? await parseLines(decoded.value.text) : decoded;
  } catch {
    // A file that was moved after it was chosen, a drive that was pulled, a chunk that did not come.
    return err({ code: 'unreadable' });
  }
}
