/** A number as phones dial it. */
export function telLink(phone: string): string {
  return `tel:${phone.replace(/[^+\d]/g, '')}`;
}

/** A number stays on one line, however narrow the button is. */
export function unbroken(phone: string): string {
  return phone.replaceAll(' ', '\u00a0');
}
