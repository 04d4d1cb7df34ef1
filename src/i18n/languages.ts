/** The languages the console speaks, by BCP 47 tag. The tag is also the value of `<html lang>`. */
export const LANGUAGES = ['en', 'zh-Hant', 'zh-Hans'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language's own name for itself: never translated, so that its readers find it in any language. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
};

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}

/**
 * Reads the best of our languages from the browser's list (`navigator.languages`, most wanted first).
 * Chinese is told apart by script, else by region: Taiwan, Hong Kong and Macau read traditional characters.
 */
export function matchLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const parts = tag.toLowerCase().split('-');
    if (parts[0] === 'en') return 'en';
    if (parts[0] === 'zh') {
      const traditional = ['hant', 'tw', 'hk', 'mo'].some((part) => parts.includes(part));
      return traditional && !parts.includes('hans') ? 'zh-Hant' : 'zh-Hans';
    }
  }
  return 'en';
}
