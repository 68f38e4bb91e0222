// Dresses the page before its first paint. A plain script of its own, because the app's modules come after it and the
// page's policy allows nothing inline. It reads what `src/screens/common/settings.tsx` keeps.
try {
  const kept = localStorage.getItem('dastarkhan-settings') ?? '';
  document.documentElement.dataset.theme = /"theme":"(auto|dark|light|sun)"/.exec(kept)?.[1] ?? 'dark';
  document.documentElement.dataset.textSize = /"textSize":(\d+)/.exec(kept)?.[1] ?? '100';
} catch {
  // Without site data the page is dark and of the phone's own text size, as tokens.css begins.
}
