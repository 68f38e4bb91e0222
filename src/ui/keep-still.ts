/**
 * The page behind a modal dialog is inert, and as soon as none is open the browser looks at the style of every element again.
 * What closes a dialog mostly changes something behind it, and that shall be seen at once: therefore an empty dialog keeps
 * the page inert for the one picture in which the other is gone already.
 */
export function keepStill(then: () => void): void {
  if (document.hidden) {
    // No picture is drawn, and nobody waits for one.
    queueMicrotask(then);
    return;
  }
  const empty = document.createElement('dialog');
  empty.style.display = 'none';
  empty.ariaHidden = 'true';
  document.body.append(empty);
  empty.showModal();
  requestAnimationFrame(() =>
    setTimeout(() => {
      empty.close();
      empty.remove();
      // In this very task: who types on at once shall not type into nothing.
      then();
    }),
  );
}
