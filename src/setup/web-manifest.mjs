const PNG = { type: 'image/png' };
const NARROW = { ...PNG, form_factor: /** @type {const} */ ('narrow') };
const WIDE = { ...PNG, form_factor: /** @type {const} */ ('wide') };
const SHORTCUT_ICON = { src: '/icons/icon-192.png', sizes: '192x192', ...PNG };

/** What a phone shows of the app once it is on the home screen. */
export const webManifest = {
  name: 'Dastarkhan · Дастархан',
  short_name: 'Дастархан',
  description: 'Food for people on duty, logged even when the network is down',
  start_url: '/',
  display: /** @type {const} */ ('standalone'),
  background_color: '#14110d',
  theme_color: '#14110d',
  lang: 'en',
  scope: '/',
  id: '/',
  shortcuts: [
    { name: 'Доставка вне плана', url: '/unplanned', icons: [SHORTCUT_ICON] },
    { name: 'Не отправлено', url: '/unsent', icons: [SHORTCUT_ICON] },
  ],
  // What a browser shows before somebody adds the app; no phone loads them otherwise.
  screenshots: [
    { src: '/pictures/driver-next-stop.png', sizes: '720x1480', label: 'Следующая остановка', ...NARROW },
    { src: '/pictures/driver-delivered.png', sizes: '720x1480', label: 'Сохранено без сети', ...NARROW },
    { src: '/pictures/driver-unsent.png', sizes: '720x1480', label: 'Что ещё не на сервере', ...NARROW },
    { src: '/pictures/organiser-day.png', sizes: '2560x1600', label: 'День организатора', ...WIDE },
  ],
  icons: [
    { src: '/icons/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: /** @type {const} */ ('any') },
    { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: /** @type {const} */ ('any') },
    { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: /** @type {const} */ ('any') },
    { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: /** @type {const} */ ('maskable') },
    {
      src: '/icons/monochrome-512.png',
      sizes: '512x512',
      type: 'image/png',
      purpose: /** @type {const} */ ('monochrome'),
    },
  ],
};
