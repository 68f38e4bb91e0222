import {
  createContext,
  useContext,
  useDeferredValue,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { chooseLanguage, isLanguage, type Language } from '#i18n/language.ts';
import { type Appearance, applyAppearance, type TextSize, textSizes, type Theme, themes } from '#ui/appearance.ts';

/** What a person chose on this phone. It is no record: it lies in local storage, so that it is known before the first paint. */
export type Settings = Appearance & { readonly language: Language };

/** `public/before-paint.js` reads the same name; a test keeps both alike. */
export const SETTINGS_NAME = 'dastarkhan-settings';

/** `language` is the one that is spoken; `chosenLanguage` is ahead of it while its words are being loaded. */
export type SettingsUse = Settings & {
  readonly chosenLanguage: Language;
  readonly change: (part: Partial<Settings>) => void;
};

const SettingsContext = createContext<SettingsUse | undefined>(undefined);

export type SettingsProviderProps = {
  readonly children: ReactNode;
  readonly initial: Settings;
  /** `nothing` where the page is a guest on this device, and the app's own choices are not its business. */
  readonly keeps?: 'choices' | 'nothing' | undefined;
};

/** Holds the settings, keeps them, and dresses the page by them. */
export function SettingsProvider({ children, initial, keeps = 'choices' }: SettingsProviderProps): ReactElement {
  const [settings, setSettings] = useState(initial);
  // The old words stay on screen until the new ones are here.
  const language = useDeferredValue(settings.language);
  const use = useMemo(
    () => ({
      ...settings,
      language,
      chosenLanguage: settings.language,
      change: (part: Partial<Settings>) => {
        const next = { ...settings, ...part };
        if (keeps === 'choices') keepSettings(next);
        dressPage(next);
        setSettings(next);
      },
    }),
    [settings, language, keeps],
  );
  return <SettingsContext value={use}>{children}</SettingsContext>;
}

export function useSettings(): SettingsUse {
  const use = useContext(SettingsContext);
  if (use === undefined) throw new Error('useSettings is called outside SettingsProvider');
  return use;
}

/** The settings that were kept, each one checked by itself; what is missing is taken from the phone's own preferences. */
export function readSettings(): Settings {
  const kept = keptSettings();
  return {
    theme: themes.find((theme: Theme) => theme === kept['theme']) ?? 'dark',
    textSize: textSizes.find((size: TextSize) => size === kept['textSize']) ?? 100,
    language: isLanguage(kept['language']) ? kept['language'] : chooseLanguage(navigator.languages),
  };
}

/** Colours, text size and language of the whole page. */
export function dressPage(settings: Settings): void {
  applyAppearance(document.documentElement, settings);
  document.documentElement.lang = settings.language;
}

function keptSettings(): Readonly<Record<string, unknown>> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(SETTINGS_NAME) ?? '{}');
    return kept instanceof Object ? { ...kept } : {};
  } catch {
    // Blocked site data or a broken value: the phone's own preferences will do.
    return {};
  }
}

function keepSettings({ theme, textSize, language }: Settings): void {
  try {
    localStorage.setItem(SETTINGS_NAME, JSON.stringify({ theme, textSize, language }));
  } catch {
    // It is used for this time, and asked for again next time.
  }
}
