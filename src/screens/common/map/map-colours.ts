import type { MapColours } from './map-style.ts';

/** The theme's colours in a form that a canvas understands: also what a person's own system colours are. */
export function readMapColours(): MapColours {
  const probe = document.createElement('span');
  document.body.append(probe);
  const read = (token: string): string => {
    probe.style.color = `var(${token})`;
    return window.getComputedStyle(probe).color;
  };
  const colours = {
    land: read('--map-land'),
    water: read('--map-water'),
    green: read('--map-green'),
    road: read('--map-road'),
    building: read('--map-building'),
    border: read('--edge'),
    ink: read('--ink'),
  };
  probe.remove();
  return colours;
}

/** Tells when the page is dressed in another theme. */
export function onNewColours(tell: () => void): () => void {
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const queries = ['(prefers-color-scheme: light)', '(forced-colors: active)'].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', tell);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', tell);
  };
}
