import i18next from 'i18next';
import type { Language } from './languages';

export const NAMESPACES = [
  'alarmRules',
  'alarms',
  'batches',
  'calendar',
  'commands',
  'connect',
  'createInstances',
  'domain',
  'engine',
  'errors',
  'eventRules',
  'events',
  'explorer',
  'frame',
  'health',
  'help',
  'instances',
  'invocations',
  'monitoring',
  'notifications',
  'overview',
  'run',
  'schedules',
  'settings',
  'ui',
] as const;

/** One dynamic chunk per language: a reader downloads only the words of the language in use. */
const LOADERS = {
  en: () => import('./locales/en/index'),
  'zh-Hant': () => import('./locales/zh-Hant/index'),
  'zh-Hans': () => import('./locales/zh-Hans/index'),
} satisfies Record<Language, () => Promise<{ resources: Record<string, unknown> }>>;

async function addResources(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, 'frame')) return;
  const { resources } = await LOADERS[language]();
  for (const [namespace, words] of Object.entries(resources)) {
    i18next.addResourceBundle(language, namespace, words);
  }
}

/** Starts i18next in one language; resolves when its words are there. Call once, before the first render. */
export async function startI18n(language: Language): Promise<void> {
  const { resources } = await LOADERS[language]();
  await i18next.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: resources },
    ns: NAMESPACES,
    defaultNS: 'frame',
    interpolation: { escapeValue: false }, // React escapes
    returnNull: false,
  });
}

/** Loads a language and switches to it; `<html lang>` follows, for screen readers and the choice of CJK glyphs. */
export async function changeLanguage(language: Language): Promise<void> {
  await addResources(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}
