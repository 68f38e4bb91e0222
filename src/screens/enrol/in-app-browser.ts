/** What the window inside another app says of itself: messengers and feeds, then any Android app's. */
const APPS =
  /Telegram|Instagram|FBAN|FBAV|FB_IAB|WhatsApp|VKAndroidApp|OKApp|MicroMessenger|Viber|Line\/|TikTok|musical_ly|Snapchat|; wv\)/;

export type BrowserFacts = {
  readonly agent: string;
  /** Opened from an iPhone's home screen: there too the browser does not call itself Safari. */
  readonly isStandalone: boolean;
  /** Telegram says nothing of itself on iPhones, and leaves this in the page. */
  readonly hasTelegram: boolean;
};

/** True in a window that another app has opened: it may forget everything when it closes, and is on no home screen. */
export function isInAppBrowser({ agent, isStandalone, hasTelegram }: BrowserFacts): boolean {
  if (hasTelegram || APPS.test(agent)) return true;
  return /iPhone|iPad|iPod/.test(agent) && !isStandalone && !/Safari\//.test(agent);
}

/** As this browser is. */
export function ownBrowser(): BrowserFacts {
  return {
    agent: navigator.userAgent,
    isStandalone: 'standalone' in navigator && navigator.standalone === true,
    hasTelegram: 'TelegramWebviewProxy' in window,
  };
}
