/** As `rowId` of the domain: what names a run in an address. */
const RUN_LINK = /\/run\/([0-9a-z.]{1,40})\/?$/;

/** The run that a scanned picture names; undefined when it is about something else. */
export function runIn(text: string): string | undefined {
  return RUN_LINK.exec(text.trim())?.[1];
}
