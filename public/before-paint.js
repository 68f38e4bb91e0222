// Dresses the page before its first paint. A plain script of its own, because the app's modules come after it and the
// page's policy allows nothing inline. It reads what `src/screens/common/settings.tsx` keeps.
try {
  var kept = JSON.parse(localStorage.getItem('dastarkhan-settings') || '{}');
  document.documentElement.dataset.theme = kept.theme || 'dark';
  document.documentElement.dataset.textSize = kept.textSize || 100;
} catch (_blocked) {
  // Without site data the page is dark and of the phone's own text size, as tokens.css begins.
}
