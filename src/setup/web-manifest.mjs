/** What a phone shows of the app once it is on the home screen. */
export const webManifest = {
  id: '/',
  name: 'Dastarkhan · Дастархан',
  short_name: 'Дастархан',
  description: 'Food for people on duty, logged even when the network is down',
  start_url: '/',
  scope: '/',
  display: /** @type {const} */ ('standalone'),
  background_color: '#14110d',
  theme_color: '#14110d',
  shortcuts: [{ name: 'Доставка вне плана', url: '/unplanned' }],
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
