/** The browser has read the address of a download long before. */
const REVOKE_AFTER_MS = 60_000;

/** Hands bytes to the browser as a file to save. */
export function offerFile(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), REVOKE_AFTER_MS);
}
