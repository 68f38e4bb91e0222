import type { MouseEvent } from 'react';

/** A plain click goes on inside the app; one with a key held or another button keeps what the browser does with it. */
export function followWithin(event: MouseEvent, href: string, onGo: ((href: string) => void) | undefined): void {
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (onGo === undefined || !isPlain) return;
  event.preventDefault();
  onGo(href);
}
