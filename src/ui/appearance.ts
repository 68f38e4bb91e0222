export const themes = ['auto', 'dark', 'light', 'sun'] as const;
export type Theme = (typeof themes)[number];

/** Per cent of the phone's own text size. */
export const textSizes = [100, 125, 150, 200] as const;
export type TextSize = (typeof textSizes)[number];

export type Appearance = { readonly theme: Theme; readonly textSize: TextSize };

/** Dresses the page; tokens.css reads the two attributes. Called before the first paint, so that nothing flashes. */
export function applyAppearance(root: HTMLElement, appearance: Appearance): void {
  root.dataset['theme'] = appearance.theme;
  root.dataset['textSize'] = String(appearance.textSize);
}
