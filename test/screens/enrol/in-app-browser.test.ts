import { expect, test } from 'vitest';

import { isInAppBrowser } from '#screens/enrol/in-app-browser.ts';

const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const facts = { isStandalone: false, hasTelegram: false };

test.each([
  ['Telegram on Android', `${ANDROID} Version/4.0 Chrome/126.0 Mobile Safari/537.36 Telegram-Android/11.2 (Samsung)`],
  [
    'any app’s window on Android',
    `${ANDROID.replace('SM-A155F)', 'SM-A155F; wv)')} Version/4.0 Chrome/126.0 Mobile Safari/537.36`,
  ],
  ['Instagram on an iPhone', `${IPHONE} Mobile/21F90 Instagram 334.0.4.32.98 (iPhone14,5; iOS 17_5; ru_RU)`],
  ['Facebook on an iPhone', `${IPHONE} Mobile/21F90 [FBAN/FBIOS;FBAV/468.0.0.41.78;FBDV/iPhone14,5]`],
  ['WhatsApp on an iPhone', `${IPHONE} Mobile/15E148`],
])('%s is told to open the real browser', (_where, agent) => {
  expect(isInAppBrowser({ ...facts, agent })).toBe(true);
});

test.each([
  ['Chrome on Android', `${ANDROID} Chrome/126.0.0.0 Mobile Safari/537.36`],
  ['Samsung’s browser', `${ANDROID} SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36`],
  ['Yandex’s browser', `${ANDROID} Chrome/124.0.0.0 YaBrowser/24.6.5.107 Mobile Safari/537.36`],
  ['Safari', `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`],
  ['Chrome on an iPhone', `${IPHONE} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`],
  ['a laptop', 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36'],
])('%s is one', (_where, agent) => {
  expect(isInAppBrowser({ ...facts, agent })).toBe(false);
});

test('an iPhone’s home screen does not call itself Safari, and is no window of another app', () => {
  expect(isInAppBrowser({ ...facts, agent: `${IPHONE} Mobile/15E148`, isStandalone: true })).toBe(false);
});

test('Telegram on an iPhone is known by what it leaves in the page', () => {
  const agent = `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`;
  expect(isInAppBrowser({ ...facts, agent, hasTelegram: true })).toBe(true);
});
